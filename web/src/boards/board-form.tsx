import type { BoardView } from '@shequtong/contract/boards'
import { boardNameMaxCodePoints } from '@shequtong/domain/boards/boards'
import { communityRoles, type HandOverRole, handOverRoles } from '@shequtong/domain/roles/roles'
import { useEffect, useId, useState } from 'preact/hooks'
import { useMutation } from '../api/mutation.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { Reply } from '../api/types.ts'
import { boardDeskWords } from '../messages/board-desk.ts'
import { boardWords } from '../messages/boards.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { CheckBox } from '../ui/form/check-box.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { SelectField } from '../ui/form/select-field.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { useRefusal } from '../workbench/use-refusal.ts'
import { type Settings, settingsOf, toSend } from './board-draft.ts'

interface BoardFormProps {
  readonly communityId: number
  readonly open: boolean
  /** Undefined: a new one. */
  readonly board: BoardView | undefined
  readonly onClose: () => void
  readonly onSaved: (reply: Reply<'configureBoard'>) => void
}

/** One row of the notice board: its name, who speaks, who must answer, and whether residents see it. */
export const BoardForm = ({ communityId, open, board, onClose, onSaved }: BoardFormProps) => {
  const { form: words } = useWords(boardDeskWords)
  const { kind: kinds } = useWords(boardWords)
  const { role: roles } = useWords(roleWords)
  const refusalOf = useRefusal()
  const id = useId()
  const [draft, setDraft] = useState<Settings>(() => settingsOf(board))
  const [isNameless, setNameless] = useState(false)
  const onDone = (reply: Reply<'configureBoard'>) => {
    onSaved(reply)
    onClose()
  }
  const add = useMutation('addBoard', { onDone })
  const configure = useMutation('configureBoard', { onDone })
  useEffect(() => {
    if (!open) return
    setDraft(settingsOf(board))
    setNameless(false)
  }, [open, board?.boardId])
  const change = (part: Partial<Settings>) => {
    setDraft({ ...draft, ...part })
    setNameless(false)
    add.reset()
    configure.reset()
  }
  const isOwn = board === undefined || board.kind === 'own'
  const save = (event: Event) => {
    event.preventDefault()
    const body = toSend(draft)
    setNameless(isOwn && body.name === null)
    if (isOwn && body.name === null) return
    if (board === undefined) void add.send({ params: { communityId }, body })
    else void configure.send({ params: { communityId, boardId: board.boardId }, body })
  }
  const failure = add.error ?? configure.error
  const isOfName = failure instanceof ProblemError && failure.errors.some(({ pointer }) => pointer === '/name')
  const code = failure instanceof ProblemError ? failure.code : undefined
  const codes: Readonly<Record<string, string>> = words.codes
  const nameError = isNameless ? words.nameMissing : isOfName ? words.nameRefused : undefined
  const refusal = failure === undefined || isOfName ? undefined : ((code && codes[code]) ?? refusalOf(failure))
  return (
    <Dialog
      open={open}
      wide
      title={board === undefined ? words.addTitle : words.changeTitle(board.name ?? kinds[board.kind])}
      onClose={onClose}
      actions={
        <>
          <Button size="big" onClick={onClose}>
            {words.leave}
          </Button>
          <Button look="do" size="big" type="submit" form={id} busy={add.isPending || configure.isPending}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={id} class="stack board-form" onSubmit={save} noValidate>
        <TextField
          label={words.name}
          hint={isOwn ? words.nameHint(boardNameMaxCodePoints) : words.nameHintKind(kinds[board.kind])}
          optional={!isOwn}
          maxLength={boardNameMaxCodePoints}
          value={draft.name ?? ''}
          onInput={(name) => change({ name })}
          {...(nameError === undefined ? {} : { error: nameError })}
        />
        <CheckBox
          label={words.membersPost}
          note={words.membersPostNote}
          checked={draft.membersPost}
          onChange={(membersPost) => change({ membersPost })}
        />
        {draft.membersPost && (
          <SelectField
            label={words.answering}
            hint={draft.answeringRole === null ? words.noAnswerNote : words.answeringNote}
            optional
            none={words.noAnswer}
            icon="clock"
            value={draft.answeringRole ?? ''}
            onChange={(role) => change({ answeringRole: role === '' ? null : (role as HandOverRole) })}
            groups={[{ options: handOverRoles.map((role) => ({ value: role, label: roles[role] })) }]}
          />
        )}
        <fieldset class="stack">
          <legend class="field__label">{words.posting}</legend>
          {communityRoles.map((role) => (
            <CheckBox
              key={role}
              label={roles[role]}
              checked={draft.postingRoles.includes(role)}
              onChange={(isOn) =>
                change({
                  postingRoles: communityRoles.filter((one) =>
                    one === role ? isOn : draft.postingRoles.includes(one),
                  ),
                })
              }
            />
          ))}
        </fieldset>
        <CheckBox
          label={words.hidden}
          note={words.hiddenNote}
          checked={draft.isHidden}
          onChange={(isHidden) => change({ isHidden })}
        />
        {refusal !== undefined && <FieldError>{refusal}</FieldError>}
      </form>
    </Dialog>
  )
}
