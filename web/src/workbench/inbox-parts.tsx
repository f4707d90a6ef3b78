import { inboxShows, inboxWordsMaxCodePoints } from '@shequtong/domain/service-requests/inbox-filters'
import { serviceRequestKinds } from '@shequtong/domain/service-requests/states'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { serviceRequestWords } from '../messages/service-requests.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { SelectField } from '../ui/form/select-field.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { type InboxPart, isSamePart, partOfView, searchOfPart } from './inbox-part.ts'
import { KeptViews, useInboxViews } from './inbox-views.tsx'

interface InboxShowsProps {
  readonly communityId: number
  readonly part: InboxPart
  /** What else stands in the row. */
  readonly children?: ComponentChildren
}

/** What of the inbox is looked at. Links, so that a part can be sent to a colleague. */
export const InboxShows = ({ communityId, part, children }: InboxShowsProps) => {
  const { inbox: words, shows } = useWords(workbenchWords)
  const { path } = useLocation()
  const { show: _, ...rest } = part
  const isKept = useInboxViews(communityId).some((view) => isSamePart(partOfView(view), part))
  const lines = [
    { name: 'all' as const, part: rest },
    ...inboxShows.map((show) => ({ name: show, part: { ...rest, show } })),
  ]
  return (
    <nav class="inbox-parts" aria-label={words.parts}>
      {lines.map((one) => (
        <a
          key={one.name}
          class="inbox-parts__one"
          href={`${path}${searchOfPart(one.part)}`}
          aria-current={!isKept && one.name === (part.show ?? 'all') ? 'true' : undefined}
        >
          {shows[one.name]}
        </a>
      ))}
      <KeptViews communityId={communityId} part={part} />
      {children}
    </nav>
  )
}

/** Whoever types is asked no more often than this. */
const pauseMs = 250

interface InboxFindProps {
  readonly part: InboxPart
  readonly field: RefObject<HTMLDivElement | null>
  readonly onPart: (part: InboxPart) => void
  readonly onClose: () => void
}

/** Words and a kind to narrow the inbox by; Escape shows all again. */
export const InboxFind = ({ part, field, onPart, onClose }: InboxFindProps) => {
  const { inbox: words } = useWords(workbenchWords)
  const { kind: kinds } = useWords(serviceRequestWords)
  const [typed, type] = useState(part.q ?? '')
  const { q: _q, ...withoutWords } = part
  const { kind: _kind, ...withoutKind } = part
  useEffect(() => {
    const q = typed.trim()
    if (q === (part.q ?? '')) return
    const timer = setTimeout(() => onPart(q === '' ? withoutWords : { ...withoutWords, q }), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in the fields below
    <div class="inbox-find" ref={field} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <TextField
        label={words.find}
        labelHidden
        type="search"
        icon="search"
        value={typed}
        maxLength={inboxWordsMaxCodePoints}
        onInput={type}
        optional
      />
      <SelectField
        label={words.kind}
        none={words.allKinds}
        value={part.kind ?? ''}
        onChange={(value) => {
          const kind = serviceRequestKinds.find((one) => one === value)
          onPart(kind === undefined ? withoutKind : { ...part, kind })
        }}
        groups={[{ options: serviceRequestKinds.map((value) => ({ value, label: kinds[value] })) }]}
      />
    </div>
  )
}
