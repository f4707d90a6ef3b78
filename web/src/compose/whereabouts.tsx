import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import type { MemberHat } from '../session/member-only.tsx'
import { ChoiceList } from '../ui/form/choice-list.tsx'
import { Icon } from '../ui/icon.tsx'
import { BuildingField } from './building-field.tsx'
import type { Draft } from './draft.ts'
import { PlaceField } from './place-field.tsx'

interface WhereaboutsProps {
  readonly hat: MemberHat
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly error: string | undefined
}

/** Where somebody has to come to, and who reads it: asked of what will be answered. */
export const Whereabouts = ({ hat, draft, onChange, error }: WhereaboutsProps) => {
  const words = useWords(composeWords)
  return (
    <>
      <BuildingField
        communityId={hat.communityId}
        buildingId={draft.buildingId}
        staircaseId={draft.staircaseId}
        onChange={onChange}
      />
      <PlaceField
        value={draft.place}
        onChange={(place) => onChange({ place })}
        building={hat.buildingName}
        error={error}
      />
      <ChoiceList
        legend={words.whoSees}
        choices={[
          { value: 'community', label: words.community, note: words.communityNote, lead: <Icon name="eye" /> },
          { value: 'private', label: words.private, note: words.privateNote, lead: <Icon name="lock" /> },
        ]}
        value={draft.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
      <p class="small soft">{words.elsewhere}</p>
    </>
  )
}
