import type { Sample } from './furnished-world.ts'

/** Every sample that names something of the public request, with the private one in its place. */
export const privateSamplesOf = (
  samples: Readonly<Record<string, Sample>>,
  closed: { readonly serviceRequestId: string; readonly photoId: string },
): Record<string, Sample> => {
  const put = (part: unknown): unknown =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(
          Object.entries(part).map(([field, value]) => [field, field in closed ? closed[field as never] : value]),
        )
      : part
  const names = (part: unknown): boolean =>
    typeof part === 'object' && part !== null && Object.keys(part).some((field) => field in closed)
  return Object.fromEntries(
    Object.entries(samples)
      .filter(([, { params, body }]) => names(params) || names(body))
      .map(([name, sample]) => [name, { ...sample, params: put(sample.params), body: put(sample.body) } as Sample]),
  )
}
