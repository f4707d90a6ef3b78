import type { DemoPapers } from '@shequtong/contract/sessions'
import { useQuery } from '../api/query.ts'
import { demoWords } from '../messages/demo.ts'
import { useWords } from '../messages/use-words.ts'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { playedPersona } from './played-persona.ts'

export interface LentPapersProps {
  readonly use: 'papers' | 'phone'
  readonly onUse: (papers: DemoPapers) => void
}

const Pocket = ({ use, onUse }: LentPapersProps) => {
  const words = useWords(demoWords)
  const stage = useQuery('readDemoStage', {}, { staleTimeMs: 600_000 })
  const all = stage.data?.papers ?? []
  const own = all.filter(({ personaId }) => personaId === playedPersona())
  const lent = own.length > 0 ? own : all
  if (lent.length === 0) return null
  return (
    <Section title={use === 'phone' ? words.phonesTitle : words.papersTitle}>
      <Rows>
        {lent.map((papers) => (
          <RowLine
            key={papers.personaId}
            title={papers.trueName}
            note={use === 'phone' ? papers.phone : words.papersText(papers.documentNumber, papers.dwelling)}
            end={
              <Button
                size="small"
                label={use === 'phone' ? words.phoneOf(papers.trueName) : words.papersUse(papers.trueName)}
                onClick={() => onUse(papers)}
              >
                {words.fillIn}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}

/** In a demo: invented papers for whoever has none of an invented person. Nothing elsewhere. */
export const LentPapers = (props: LentPapersProps) => (useSession().me.demo ? <Pocket {...props} /> : null)
