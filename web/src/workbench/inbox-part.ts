import { type InboxShow, inboxShows, inboxWordsMaxCodePoints } from '@shequtong/domain/service-requests/inbox-filters'
import { type ServiceRequestKind, serviceRequestKinds } from '@shequtong/domain/service-requests/states'

/** What of the inbox is looked at; nothing of it set: all. */
export interface InboxPart {
  readonly show?: InboxShow
  readonly kind?: ServiceRequestKind
  readonly q?: string
}

/** The part that an address asks for; what does not exist asks for nothing. */
export const partIn = (search: string): InboxPart => {
  const asked = new URLSearchParams(search)
  const show = inboxShows.find((one) => one === asked.get('show'))
  const kind = serviceRequestKinds.find((one) => one === asked.get('kind'))
  const q = [...(asked.get('q') ?? '').trim()].slice(0, inboxWordsMaxCodePoints).join('')
  return {
    ...(show === undefined ? {} : { show }),
    ...(kind === undefined ? {} : { kind }),
    ...(q === '' ? {} : { q }),
  }
}

/** What an address ends with so that it opens with this part; nothing for the whole inbox. */
export const searchOfPart = (part: InboxPart): string => {
  const asked = new URLSearchParams(Object.entries(part)).toString()
  return asked === '' ? '' : `?${asked}`
}

export const isWhole = (part: InboxPart): boolean => Object.keys(part).length === 0

/** A kept view as the part that it stands for. */
export const partOfView = ({
  show,
  kind,
  q,
}: {
  readonly show: InboxShow | null
  readonly kind: ServiceRequestKind | null
  readonly q: string | null
}): InboxPart => ({
  ...(show === null ? {} : { show }),
  ...(kind === null ? {} : { kind }),
  ...(q === null ? {} : { q }),
})

export const isSamePart = (one: InboxPart, other: InboxPart): boolean =>
  one.show === other.show && one.kind === other.kind && one.q === other.q
