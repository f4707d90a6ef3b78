import { type CommunityRole, communityRoles, mayGrant } from '@shequtong/domain/roles/roles'
import { useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { useQuery } from '../api/query.ts'
import { colleagueWords } from '../messages/colleagues.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { FieldError } from '../ui/form/hint.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { ActForm } from '../workbench/act-form.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { holderOf } from './holder.ts'
import { HolderFields } from './holder-fields.tsx'
import { formRefusal, useGrantRefusal, useHolder } from './use-holder.ts'

export interface GrantFormProps {
  readonly desk: Desk
  readonly onDone: (sentence: string) => void
  readonly onCancel: () => void
}

/** A role for the person with this phone. Offers the roles that the hat worn may grant. */
export const GrantForm = ({ desk, onDone, onCancel }: GrantFormProps) => {
  const words = useWords(colleagueWords)
  const { role: roles } = useWords(roleWords)
  const refusal = useGrantRefusal()
  const { communityId } = desk
  const [role, choose] = useState<CommunityRole | null>(null)
  const [buildingId, setBuilding] = useState('')
  const [missing, setMissing] = useState(false)
  const buildings = useQuery(
    'listCommunityBuildings',
    { params: { communityId } },
    { enabled: role === 'buildingLead' },
  )
  const { send, isPending, error } = useMutation('grantRole', {
    onDone: (grant) => onDone(words.granted(grant.shownName, roles[grant.role])),
  })
  const fields = useHolder(error)
  const submit = () => {
    setMissing(role === null)
    if (!fields.check() || role === null) return
    const ofBuilding = role === 'buildingLead' && buildingId !== '' ? buildingId : null
    void send({ params: { communityId }, body: { ...holderOf(fields.draft), role, buildingId: ofBuilding } })
  }
  const refused = formRefusal(error)
  return (
    <ActForm
      confirm={role === null ? words.grant : words.grantConfirm(roles[role])}
      busy={isPending}
      failure={'failure' in refused ? refused.failure : undefined}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <p class="soft">{words.grantText}</p>
      <div>
        <KindPicker
          legend={words.form.role}
          choices={communityRoles
            .filter((one) => mayGrant(desk.role, one))
            .map((one) => ({ value: one, label: roles[one] }))}
          value={role}
          onChange={choose}
        />
        {missing && role === null && <FieldError>{words.form.roleMissing}</FieldError>}
      </div>
      {role === 'buildingLead' && (
        <SelectField
          label={words.form.building}
          optional
          none={words.form.buildingNone}
          icon="home"
          value={buildingId}
          onChange={setBuilding}
          groups={[
            { options: (buildings.data?.buildings ?? []).map((one) => ({ value: one.buildingId, label: one.name })) },
          ]}
        />
      )}
      <HolderFields fields={fields} />
      {'code' in refused && <FieldError>{refusal(refused.code)}</FieldError>}
    </ActForm>
  )
}
