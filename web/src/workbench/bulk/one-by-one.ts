/** What came of one of several that were asked for together. */
export type Outcome<F> = { readonly done: true } | { readonly done: false; readonly failure: F }

export interface Ran<F> {
  readonly done: readonly string[]
  /** By id, why not; those behind a lost connection were not tried and are not among them. */
  readonly failed: ReadonlyMap<string, F>
}

/**
 * Does the same to each of `ids`, one after the other, and tells after each where it stands. Each succeeds or is refused by itself: a
 * refusal of one is no reason to leave the next. `isLost`: nothing reaches the server any more, so the rest is not tried.
 */
export const oneByOne = async <F>(
  ids: readonly string[],
  act: (id: string) => Promise<Outcome<F>>,
  options: { readonly isLost: (failure: F) => boolean; readonly onStep?: (so: Ran<F>) => void },
): Promise<Ran<F>> => {
  const done: string[] = []
  const failed = new Map<string, F>()
  for (const id of ids) {
    const outcome = await act(id)
    if (outcome.done) done.push(id)
    else failed.set(id, outcome.failure)
    options.onStep?.({ done: [...done], failed: new Map(failed) })
    if (!outcome.done && options.isLost(outcome.failure)) break
  }
  return { done, failed }
}
