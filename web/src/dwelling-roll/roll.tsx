import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { rollPlaceOf } from './place.ts'
import { RollHome } from './roll-home.tsx'
import { RollTrial } from './roll-trial.tsx'
import type { Trial } from './trial.ts'

/** The roll of one compound: its dry run while a table is looked at, else what is kept and who is missing. */
export const Roll = ({ desk }: { readonly desk: Desk }) => {
  const words = useWords(rollWords)
  const { communityId } = desk
  const { data, error, refetch } = useQuery('listCompounds', { params: { communityId } })
  const [chosen, choose] = useState<string | undefined>(undefined)
  const [trial, setTrial] = useState<Trial | undefined>(undefined)
  const [said, say] = useState('')
  const compounds = data?.compounds ?? []
  const compound = compounds.find(({ compoundId }) => compoundId === chosen) ?? compounds[0]
  if (compound === undefined)
    return (
      <WorkFrame desk={desk} here="roll">
        <Pane title={words.title}>
          {data !== undefined ? (
            <EmptyState icon="doc" title={words.noCompoundsTitle} text={words.noCompoundsText} />
          ) : error === null ? (
            <SkeletonRows />
          ) : (
            <LoadFailed error={error} again={() => void refetch()} inline />
          )}
        </Pane>
      </WorkFrame>
    )
  const place = rollPlaceOf(communityId, compound)
  const imported = (sentence: string) => {
    setTrial(undefined)
    say(sentence)
    void invalidate('listDwellingsWithoutMembers', { communityId })
    void invalidate('listCommunityBuildings', { communityId })
  }
  return (
    <WorkFrame desk={desk} here="roll">
      {trial !== undefined ? (
        <RollTrial
          place={place}
          trial={trial}
          onTrial={setTrial}
          onDone={imported}
          onLeave={() => setTrial(undefined)}
        />
      ) : (
        <RollHome
          key={compound.compoundId}
          place={place}
          desk={desk}
          said={said}
          onSay={say}
          onTrial={(next) => {
            say('')
            setTrial(next)
          }}
        >
          {compounds.length > 1 && (
            <KindPicker
              legend={words.compound}
              choices={compounds.map(({ compoundId, name }) => ({ value: compoundId, label: name }))}
              value={compound.compoundId}
              onChange={choose}
            />
          )}
        </RollHome>
      )}
    </WorkFrame>
  )
}
