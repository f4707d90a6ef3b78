import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { LoadFailed } from '../../session/load-failed.tsx'
import { Button } from '../../ui/action/button.tsx'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { SkeletonRows } from '../../ui/state/skeleton.tsx'
import type { Question } from '../form/screens.ts'
import { BuildingPicker } from './building-picker.tsx'
import type { QuestionProps } from './question-props.ts'
import { Told } from './told.tsx'
import { useHome } from './use-home.ts'

type HomeQuestion = Extract<Question, 'subArea' | 'building' | 'staircase' | 'floor' | 'dwelling'>

/** One question on the way to the door. */
export const WhereElder = ({ question, ...props }: QuestionProps & { readonly question: HomeQuestion }) => {
  const { draft, page, codes } = props
  const words = useWords(registrationWords)
  const home = useHome(props)
  if (home.error !== undefined) return <LoadFailed inline error={home.error} again={home.again} />
  if (home.isLoading) return <SkeletonRows count={3} />
  if (!draft.livesHere)
    return (
      <div class="stack">
        <p>{words.notLivingChosen}</p>
        <Button size="big" wide onClick={() => home.leaveHome(true)}>
          {words.living}
        </Button>
      </div>
    )
  const notHere = props.isChild !== true && (question === 'building' || question === 'subArea') && (
    <Button size="big" wide onClick={() => home.leaveHome(false)}>
      {words.notLiving}
    </Button>
  )
  const chosenSoFar = [draft.subArea, draft.buildingName, draft.staircaseName].filter(Boolean).join(' ')
  return (
    <div class="stack">
      {chosenSoFar !== '' && question !== 'subArea' && <p class="soft">{chosenSoFar}</p>}
      <Told code={codes[question]}>
        {question === 'subArea' && (
          <ChoiceList
            legend={words.ask.subArea}
            legendHidden
            choices={page.subAreas.map((value) => ({ value, label: value }))}
            value={draft.subArea}
            onChange={home.chooseSubArea}
          />
        )}
        {question === 'building' && <BuildingPicker home={home} legendHidden />}
        {question === 'staircase' && (
          <ChoiceList
            legend={words.ask.staircase}
            legendHidden
            choices={(home.building?.staircases ?? []).map(({ staircaseId, name }) => ({
              value: staircaseId,
              label: name,
            }))}
            value={draft.staircaseId}
            onChange={home.chooseStaircase}
          />
        )}
        {question === 'floor' && (
          <ChoiceList
            legend={words.ask.floor}
            legendHidden
            choices={home.floors.map((floor) => ({ value: String(floor), label: words.floorOf(String(floor)) }))}
            value={draft.floor === null ? null : String(draft.floor)}
            onChange={(floor) => home.chooseFloor(Number(floor))}
          />
        )}
        {question === 'dwelling' && (
          <ChoiceList
            legend={words.ask.dwelling(String(draft.floor ?? ''))}
            legendHidden
            choices={home.dwellings
              .filter(({ floor }) => floor === draft.floor)
              .map(({ dwellingId, room }) => ({ value: dwellingId, label: words.roomOf(room) }))}
            value={draft.dwellingId}
            onChange={home.chooseDwelling}
          />
        )}
      </Told>
      {notHere}
    </div>
  )
}
