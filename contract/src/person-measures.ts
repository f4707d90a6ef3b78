import * as z from 'zod'

/** Ids that name a person, a membership, an account, an office held by one, or what belongs to exactly one of them. */
export const personIds: readonly string[] = [
  'personId',
  'personaId',
  'membershipId',
  'byMembershipId',
  'accountId',
  'hatId',
  'actingHatId',
  'roleGrantId',
  'assigneeRoleGrantId',
  'sessionId',
  'registrationId',
  'waitingRegistrationId',
]

/** Ids of places, items and records. */
export const thingIds: readonly string[] = [
  ...[
    'districtId',
    'subdistrictId',
    'communityId',
    'territoryId',
    'compoundId',
    'subAreaId',
    'buildingId',
    'staircaseId',
    'dwellingId',
  ],
  ...[
    'serviceRequestId',
    'serviceRequestIds',
    'boardId',
    'boardChangeId',
    'scopeId',
    'placeId',
    'postId',
    'postReplyId',
    'mentionId',
    'inboxExportId',
    'inboxViewId',
    'answerTemplateId',
    'entryId',
    'partId',
    'mergedIntoId',
    'photoId',
    'qrCodeId',
    'notificationId',
    'subjectId',
  ],
  ...['lookUpId', 'blockId', 'absenceId', 'appId'],
]

/** Numbers that are neither a count nor a rate nor a duration: ids, marks, sizes of pictures and dwellings. */
const plainNumbers: readonly string[] = [
  ...thingIds,
  ...['version', 'edition', 'currentEdition', 'floor', 'line', 'widthPx', 'heightPx', 'floorAreaCm2'],
]

export interface Found {
  /** `items[].membershipId`, beside `items[].answered`. */
  readonly id: string
  readonly measure: string
}

export interface Looked {
  readonly beside: readonly Found[]
  /** Ids of which nobody has said yet whether they name a person. */
  readonly unknownIds: readonly string[]
  /** What a schema leaves open, where anything could stand. */
  readonly open: readonly string[]
}

interface Scope {
  readonly ids: Set<string>
  readonly measures: Set<string>
}

const name = (path: string): string => path.slice(path.lastIndexOf('.') + 1).replaceAll('[]', '')

/**
 * Looks through `schema` for a person's id beside a number that measures. Beside: in one object, whatever is nested in it
 * included; and the entries of a list stand beside the ids of the object that holds the list, since they are that person's then.
 */
export const personMeasuresIn = (schema: z.ZodType): Looked => {
  const found: Found[] = []
  const [unknownIds, open] = [new Set<string>(), new Set<string>()]

  const visit = (part: unknown, path: string, scope: Scope, lists: (() => void)[]): void => {
    const again = (inner: unknown) => visit(inner, path, scope, lists)
    if (/Ids?$/.test(name(path))) {
      if (personIds.includes(name(path))) scope.ids.add(path)
      else if (!thingIds.includes(name(path))) unknownIds.add(path)
    }
    if (part instanceof z.ZodObject)
      for (const [key, value] of Object.entries(part.shape))
        visit(value, path === '' ? key : `${path}.${key}`, scope, lists)
    else if (part instanceof z.ZodArray) lists.push(() => look(part.element, `${path}[]`, scope.ids))
    else if (part instanceof z.ZodRecord) lists.push(() => look(part.valueType, `${path}[]`, scope.ids))
    else if (part instanceof z.ZodUnion) part.options.forEach(again)
    else if (part instanceof z.ZodNullable || part instanceof z.ZodOptional) again(part.unwrap())
    else if (part instanceof z.ZodDefault || part instanceof z.ZodReadonly) again(part.unwrap())
    else if (part instanceof z.ZodNumber || part instanceof z.ZodBigInt) {
      if (!plainNumbers.includes(name(path))) scope.measures.add(path)
    } else if (
      !(part instanceof z.ZodString || part instanceof z.ZodStringFormat || part instanceof z.ZodBoolean) &&
      !(part instanceof z.ZodEnum || part instanceof z.ZodLiteral || part instanceof z.ZodNull)
    )
      open.add(path)
  }

  const look = (part: unknown, path: string, outerIds: Iterable<string>): void => {
    const scope: Scope = { ids: new Set(outerIds), measures: new Set() }
    const lists: (() => void)[] = []
    visit(part, path, scope, lists)
    for (const id of scope.ids) for (const measure of scope.measures) found.push({ id, measure })
    for (const list of lists) list()
  }

  look(schema, '', [])
  return { beside: found, unknownIds: [...unknownIds], open: [...open] }
}
