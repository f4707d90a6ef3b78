import { useQuery } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { KindPicker } from '../ui/form/kind-picker.tsx'

interface ForWhomProps {
  readonly communityId: number
  /** A membership of the family; null: one's own. */
  readonly value: string | null
  readonly onChange: (membershipId: string | null) => void
}

const self = 'self'

/** Whose matter it is: asked only of whoever may speak for somebody of the same dwelling. */
export const ForWhom = ({ communityId, value, onChange }: ForWhomProps) => {
  const { forWhom: words } = useWords(assistedWords)
  const { data } = useQuery('listHousehold', { params: { communityId } })
  const others = data?.members.filter(({ iMayActFor }) => iMayActFor) ?? []
  if (others.length === 0) return null
  return (
    <div class="stack">
      <KindPicker
        legend={words.legend}
        choices={[
          { value: self, label: words.self },
          ...others.map(({ membershipId, shownName }) => ({ value: membershipId, label: shownName })),
        ]}
        value={value ?? self}
        onChange={(chosen) => onChange(chosen === self ? null : chosen)}
      />
      {value !== null && <p class="small soft">{words.note}</p>}
    </div>
  )
}
