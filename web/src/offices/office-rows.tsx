import type { OfficeView } from '@shequtong/contract/territory'
import { dialledOf } from '@shequtong/domain/territory/office-phone'
import { useQuery } from '../api/query.ts'
import { officeWords } from '../messages/offices.ts'
import { useWords } from '../messages/use-words.ts'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'

/** One press calls; beside it when somebody answers and where the door is. */
export const OfficeLines = ({ office }: { readonly office: OfficeView }) => {
  const words = useWords(officeWords)
  const { phone, address, hours } = office
  return (
    <Rows label={words.title}>
      <RowLine
        lead="phone"
        // a number is not broken at its hyphen
        title={words.call(phone.replaceAll('-', '\u2011'))}
        href={`tel:${dialledOf(phone)}`}
        {...(hours === null ? {} : { note: hours })}
      />
      {address !== null && <RowLine lead="pin" title={address} note={words.door} plain />}
    </Rows>
  )
}

/** How to reach the committee of this community. Nothing while it is not known: the page around stands without it. */
export const OfficeRows = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(officeWords)
  const { data } = useQuery('readOffice', { params: { communityId } }, { staleTimeMs: 300_000 })
  if (data === undefined) return null
  if (data.office !== null) return <OfficeLines office={data.office} />
  return (
    <Rows label={words.title}>
      <RowLine lead="pin" title={words.none} note={words.noneNote} plain />
    </Rows>
  )
}

export const OfficeSection = ({ communityId }: { readonly communityId: number }) => {
  const words = useWords(officeWords)
  return (
    <Section title={words.title}>
      <OfficeRows communityId={communityId} />
    </Section>
  )
}
