import { useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { invalidate } from '../api/query-client.ts'
import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Pane } from '../shells/workbench/pane.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { ActingHat } from './acting-hat.tsx'
import { CompoundCodes } from './compound-codes.tsx'
import type { Desk } from './use-desk.ts'
import { WorkFrame } from './work-frame.tsx'

/** The codes on the gates of this community, one compound after the other. */
export const QrCodes = ({ desk }: { readonly desk: Desk }) => {
  const { codes: words } = useWords(workbenchWords)
  const { communityId } = desk
  const [said, say] = useState('')
  const { data, error, refetch } = useQuery('listCompounds', { params: { communityId } })
  const done = (sentence: string) => {
    say(sentence)
    void invalidate('listCompounds', { communityId })
  }
  return (
    <WorkFrame desk={desk} here="codes">
      <Pane title={words.title} note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.note]} />}>
        <div role="status">
          {said !== '' && (
            <p class="inbox-said">
              <Icon name="check" size="small" />
              <span>{said}</span>
            </p>
          )}
        </div>
        {data !== undefined ? (
          data.compounds.length === 0 ? (
            <EmptyState icon="qr" title={words.emptyTitle} text={words.emptyText} />
          ) : (
            data.compounds.map((compound) => (
              <CompoundCodes
                key={compound.compoundId}
                compound={compound}
                communityId={communityId}
                only={data.compounds.length === 1}
                onDone={done}
              />
            ))
          )
        ) : error === null ? (
          <SkeletonRows />
        ) : (
          <LoadFailed error={error} again={() => void refetch()} inline />
        )}
      </Pane>
    </WorkFrame>
  )
}
