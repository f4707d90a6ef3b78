import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { LoadFailed } from '../../session/load-failed.tsx'
import { Button } from '../../ui/action/button.tsx'
import { FacadePicker } from '../../ui/form/facade-picker.tsx'
import { GoPicker } from '../../ui/form/go-picker.tsx'
import { useFocusWhenLost } from '../../ui/form/use-focus-when-lost.ts'
import { RowLine, Rows } from '../../ui/page/rows.tsx'
import { Section } from '../../ui/page/section.tsx'
import { SkeletonRows } from '../../ui/state/skeleton.tsx'
import { BuildingPicker } from './building-picker.tsx'
import type { QuestionProps } from './question-props.ts'
import { Told } from './told.tsx'
import { type Home, useHome } from './use-home.ts'

interface ChosenProps {
  readonly label: string
  readonly value: string
  readonly onChange: () => void
}

const Chosen = ({ label, value, onChange }: ChosenProps) => {
  const words = useWords(registrationWords)
  return (
    <RowLine
      lead={<span class="small soft">{label}</span>}
      title={value}
      end={
        <Button look="quiet" label={`${words.change}：${label}`} onClick={onChange}>
          {words.change}
        </Button>
      }
    />
  )
}

const Rooms = ({ home, value }: { readonly home: Home; readonly value: string | null }) => {
  const words = useWords(registrationWords)
  const group = useFocusWhenLost<HTMLDivElement>('input')
  return (
    <Section title={words.room} note={words.roomHint}>
      <div ref={group}>
        <FacadePicker
          legend={words.room}
          floors={home.floors.map((floor) => ({
            label: String(floor),
            rooms: home.dwellings
              .filter((dwelling) => dwelling.floor === floor)
              .map(({ dwellingId, room }) => ({ id: dwellingId, label: room })),
          }))}
          value={value}
          onChange={home.chooseDwelling}
        />
      </div>
    </Section>
  )
}

const NextChoice = ({ home, draft, page }: QuestionProps & { readonly home: Home }) => {
  const words = useWords(registrationWords)
  if (home.error !== undefined) return <LoadFailed inline error={home.error} again={home.again} />
  if (home.asksSubArea && draft.subArea === null)
    return (
      <GoPicker
        key="sub-area"
        legend={words.subArea}
        choices={page.subAreas.map((value) => ({ value, label: value }))}
        onGo={home.chooseSubArea}
      />
    )
  if (home.isLoading) return <SkeletonRows count={3} />
  if (draft.buildingId === null) return <BuildingPicker home={home} />
  if (draft.staircaseId === null)
    return (
      <GoPicker
        key="staircase"
        legend={words.staircase}
        choices={(home.building?.staircases ?? []).map(({ staircaseId, name }) => ({
          value: staircaseId,
          label: name,
        }))}
        onGo={home.chooseStaircase}
      />
    )
  return <Rooms home={home} value={draft.dwellingId} />
}

/** What is chosen stands above as lines that can be changed; the next choice below. */
export const Where = (props: QuestionProps) => {
  const { draft, codes } = props
  const words = useWords(registrationWords)
  const home = useHome(props)
  if (!draft.livesHere)
    return (
      <Rows>
        <RowLine
          lead="guide"
          title={words.notLivingChosen}
          end={
            <Button look="quiet" onClick={() => home.leaveHome(true)}>
              {words.living}
            </Button>
          }
        />
      </Rows>
    )
  return (
    <>
      {(draft.subArea !== null || draft.buildingId !== null) && (
        <Rows>
          {home.asksSubArea && draft.subArea !== null && (
            <Chosen label={words.subArea} value={draft.subArea} onChange={() => home.chooseSubArea(null)} />
          )}
          {draft.buildingId !== null && (
            <Chosen label={words.building} value={draft.buildingName} onChange={() => home.chooseBuilding(null)} />
          )}
          {draft.staircaseId !== null && draft.staircaseCount > 1 && (
            <Chosen label={words.staircase} value={draft.staircaseName} onChange={() => home.chooseStaircase(null)} />
          )}
        </Rows>
      )}
      <Told code={codes.dwelling}>
        <NextChoice {...props} home={home} />
      </Told>
      {props.isChild !== true && (
        <p>
          <Button look="quiet" onClick={() => home.leaveHome(false)}>
            {words.notLiving}
          </Button>
        </p>
      )}
    </>
  )
}
