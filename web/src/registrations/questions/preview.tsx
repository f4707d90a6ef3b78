import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { Joined } from '../../ui/page/joined.tsx'
import { Sheet } from '../../ui/page/sheet.tsx'
import { Who } from '../../ui/people/who.tsx'
import type { Draft } from '../form/draft.ts'

/** A post of theirs, as neighbours will see it. */
export const Preview = ({ draft, party = false }: { readonly draft: Draft; readonly party?: boolean }) => {
  const words = useWords(registrationWords)
  const name = draft.shownName.trim()
  return (
    <Sheet padded as="article">
      <Who
        name={name === '' ? '…' : name}
        verified
        badges={party ? [{ label: words.party }] : []}
        meta={<Joined parts={[draft.subArea, words.justNow]} />}
      />
      <p>{words.previewText}</p>
    </Sheet>
  )
}
