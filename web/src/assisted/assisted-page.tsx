import '../workbench/workbench.css'
import '../compose/compose.css'
import '../registrations/register.css'
import './assisted.css'
import { useLocation } from 'preact-iso'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { Pane } from '../shells/workbench/pane.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { ActingHat } from '../workbench/acting-hat.tsx'
import { NotHere } from '../workbench/not-here.tsx'
import { useDesk } from '../workbench/use-desk.ts'
import { WorkFrame } from '../workbench/work-frame.tsx'
import { assistedPath, inboxItemPath } from '../workbench/work-paths.ts'
import { HelperTab } from './helper-tab.tsx'
import { RegisterTab } from './register-tab.tsx'
import { RequestTab } from './request-tab.tsx'
import { WordTab } from './word-list.tsx'

const tabs = ['register', 'request', 'word', 'helper'] as const

/** What the committee writes down for somebody who stands at its counter. */
const AssistedPage = ({ communityId }: { readonly communityId: string }) => {
  const words = useWords(assistedWords)
  const desk = useDesk(communityId, 'registration.assist')
  const { query, route } = useLocation()
  if (desk === undefined) return <NotHere communityId={Number(communityId)} />
  const here = tabs.find((tab) => tab === query.for) ?? 'register'
  return (
    <WorkFrame desk={desk} here="assisted">
      <Pane title={words.desk.title} note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.desk.note]} />}>
        <div class="counter-desk">
          <KindPicker
            legend={words.desk.what}
            legendHidden
            choices={tabs.map((value) => ({ value, label: words.desk[value] }))}
            value={here}
            onChange={(value) =>
              route(`${assistedPath(desk.communityId)}${value === 'register' ? '' : `?for=${value}`}`, true)
            }
          />
          {here === 'register' && <RegisterTab desk={desk} />}
          {here === 'request' && <RequestTab desk={desk} />}
          {here === 'word' && (
            <WordTab
              communityId={desk.communityId}
              hrefOf={({ serviceRequestId }) => inboxItemPath(desk.communityId, serviceRequestId)}
            />
          )}
          {here === 'helper' && <HelperTab desk={desk} />}
        </div>
      </Pane>
    </WorkFrame>
  )
}

export default AssistedPage
