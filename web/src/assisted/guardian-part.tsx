import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { Section } from '../ui/page/section.tsx'
import { Marked } from './marked.tsx'
import { MemberPicker } from './member-picker.tsx'
import type { Paper } from './use-paper.ts'

interface GuardianPartProps {
  readonly paper: Paper
  readonly communityId: number
}

/** Who answers for a child under 14: a neighbour of full age behind the same door, who signed the paper. */
export const GuardianPart = ({ paper, communityId }: GuardianPartProps) => {
  const { form: words } = useWords(assistedWords)
  const { claim, counter, codes, setCounter } = paper
  const door = `${claim.buildingName} ${claim.staircaseName} ${claim.room}`
  const code = codes.counter.guardian
  const error = code === 'guardian-not-fit' ? words.errors.guardianNotFit : words.errors.guardian
  return (
    <Section title={words.guardian} note={words.guardianNote}>
      <Marked error={code === undefined ? undefined : error}>
        {claim.dwellingId === null ? (
          <p class="soft">{words.guardianLater}</p>
        ) : (
          <MemberPicker
            key={claim.dwellingId}
            communityId={communityId}
            label={words.guardian}
            hint={words.guardianHint}
            nobody={words.guardianNobody}
            among={({ dwelling }) => dwelling === door}
            value={counter.guardian ?? undefined}
            onChange={(guardian) => setCounter({ guardian: guardian ?? null })}
            error={undefined}
          />
        )}
      </Marked>
    </Section>
  )
}
