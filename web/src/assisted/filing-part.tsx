import './assisted.css'
import type { ServiceRequestView } from '@shequtong/contract/service-requests'
import { useEffect, useState } from 'preact/hooks'
import { useQuery } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { photosOf } from '../photos/photos-of.ts'
import { slipPath } from '../service-requests/thread-path.ts'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Section } from '../ui/page/section.tsx'
import { Sheet } from '../ui/page/sheet.tsx'
import { PhotoGrid } from '../ui/picture/photo-grid.tsx'
import { WordDialog } from './word-dialog.tsx'

interface FilingPartProps {
  readonly request: ServiceRequestView
  /** On a screen with another first thing to do, the word is not the filled button. */
  readonly first: boolean
}

/** Below a thread that somebody else wrote down: how, on which paper, and the asker's word where it may be given. */
export const FilingPart = ({ request, first }: FilingPartProps) => {
  const { filing: words, word, presenceName } = useWords(assistedWords)
  const [hears, hear] = useState(false)
  const { communityId, serviceRequestId, by, version } = request
  const mayAsk = by.filedBy !== null && !by.you
  const { data, refetch } = useQuery(
    'readRequestFiling',
    { params: { communityId, serviceRequestId } },
    { enabled: mayAsk },
  )
  useEffect(() => {
    if (mayAsk) void refetch()
  }, [version])
  if (data === undefined || !mayAsk) return null
  const obstacle =
    data.obstacle === 'own-result' ? words.ownResult : data.obstacle === null ? undefined : words.notActive
  return (
    <Section title={words.title}>
      <Sheet padded>
        <div class="stack">
          <p>
            <Joined
              parts={[words.by(data.filedByShownName), data.presence === null ? null : presenceName[data.presence]]}
            />
          </p>
          {data.paper.length > 0 && (
            <div>
              <p class="small soft">{words.paper}</p>
              <PhotoGrid photos={photosOf(communityId, data.paper)} />
            </div>
          )}
          {request.state === 'resolved' && obstacle !== undefined && <p class="soft">{obstacle}</p>}
          <div class="line">
            {data.mayConfirm && (
              <Button look={first ? 'do' : 'plain'} icon="check" onClick={() => hear(true)}>
                {word.hearOf(data.shownName)}
              </Button>
            )}
            <ButtonLink look="quiet" icon="doc" href={slipPath(request)}>
              {words.again}
            </ButtonLink>
          </div>
        </div>
      </Sheet>
      <WordDialog
        communityId={communityId}
        about={hears ? { serviceRequestId, shownName: data.shownName } : undefined}
        onClose={() => hear(false)}
      />
    </Section>
  )
}
