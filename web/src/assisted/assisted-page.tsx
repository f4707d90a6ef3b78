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
import { assistedPath } from '../workbench/work-paths.ts'
import { RegisterTab } from './register-tab.tsx'
import { RequestTab } from './request-tab.tsx'

/** What the committee writes down for somebody who stands at its counter. */
const AssistedPage = ({ communityId }: { readonly communityId: string }) => {
  const words = useWords(assistedWords)
  const desk = useDesk(communityId, 'registration.assist')
  const { query, route } = useLocation()
  if (desk === undefined) return <NotHere communityId={Number(communityId)} />
  const here = query.for === 'request' ? 'request' : 'register'
  return (
    <WorkFrame desk={desk} here="assisted">
      <Pane title={words.desk.title} note={<Joined parts={[<ActingHat key="hat" desk={desk} />, words.desk.note]} />}>
        <div class="counter-desk">
          <KindPicker
            legend={words.desk.what}
            legendHidden
            choices={[
              { value: 'register', label: words.desk.register },
              { value: 'request', label: words.desk.request },
            ]}
            value={here}
            onChange={(value) =>
              route(`${assistedPath(desk.communityId)}${value === 'request' ? '?for=request' : ''}`, true)
            }
          />
          {here === 'request' ? <RequestTab desk={desk} /> : <RegisterTab desk={desk} />}
        </div>
      </Pane>
    </WorkFrame>
  )
}

export default AssistedPage
