import { useQuery } from '../api/query.ts'
import { assistedWords } from '../messages/assisted.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import type { Desk } from '../workbench/use-desk.ts'
import { codesPath } from '../workbench/work-paths.ts'
import { PaperForm } from './paper-form.tsx'
import { type PaperDraft, usePaperDraft } from './use-paper-draft.ts'

const Opened = ({ code, draft }: { readonly code: string; readonly draft: PaperDraft }) => {
  const { data, error, refetch } = useQuery('openJoinCode', { params: { code } }, { staleTimeMs: 600_000 })
  if (data?.status === 'current') return <PaperForm page={data.page} code={code} draft={draft} />
  if (error !== null) return <LoadFailed error={error} again={() => void refetch()} inline />
  return <SkeletonRows />
}

/** Which compound first: its doors stand behind the code on its gate, as for everybody else who registers. */
export const RegisterTab = ({ desk }: { readonly desk: Desk }) => {
  const { form: words } = useWords(assistedWords)
  const { communityId } = desk
  const draft = usePaperDraft(desk.hat.hatId)
  const { data, error, refetch } = useQuery('listCompounds', { params: { communityId } })
  if (data === undefined)
    return error === null ? <SkeletonRows /> : <LoadFailed error={error} again={() => void refetch()} inline />
  const compounds = data.compounds
  const chosen =
    compounds.length === 1 ? compounds[0] : compounds.find(({ compoundId }) => compoundId === draft.counter.compoundId)
  const code = chosen?.qrCodes.find((one) => one.revokedAt === null && one.code !== null)?.code
  return (
    <>
      {compounds.length > 1 && (
        <KindPicker
          legend={words.compound}
          choices={compounds.map(({ compoundId, name }) => ({ value: compoundId, label: name }))}
          value={chosen?.compoundId ?? null}
          onChange={(compoundId) => {
            draft.setCounter({ compoundId })
            draft.setClaim({ buildingId: null, buildingName: '', staircaseId: null, dwellingId: null, subArea: null })
          }}
        />
      )}
      {chosen !== undefined && typeof code !== 'string' && (
        <EmptyState
          icon="qr"
          title={words.noCodeTitle}
          text={words.noCodeText}
          actions={
            <ButtonLink href={codesPath(communityId)} look="do" size="big">
              {words.toCodes}
            </ButtonLink>
          }
        />
      )}
      {typeof code === 'string' && <Opened key={code} code={code} draft={draft} />}
    </>
  )
}
