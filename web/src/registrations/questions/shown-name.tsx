import { shownNameMaxCodePoints } from '@shequtong/domain/identity/shown-name'
import { useEffect, useState } from 'preact/hooks'
import { useMutation } from '../../api/mutation.ts'
import { registrationWords } from '../../messages/registrations.ts'
import { useWords } from '../../messages/use-words.ts'
import { usePreferences } from '../../preferences/use-preferences.ts'
import { LoadFailed } from '../../session/load-failed.tsx'
import { ChoiceList } from '../../ui/form/choice-list.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { RowLine, Rows } from '../../ui/page/rows.tsx'
import { Section } from '../../ui/page/section.tsx'
import { SkeletonRows } from '../../ui/state/skeleton.tsx'
import { Preview } from './preview.tsx'
import type { QuestionProps } from './question-props.ts'
import { Told, useTold } from './told.tsx'

const own = 'own'

/** Suggestions of the server, or a name of one's own, with a post as neighbours will see it. */
export const ShownName = ({ draft, set, codes, page }: QuestionProps) => {
  const words = useWords(registrationWords)
  const told = useTold()
  const [{ mode }] = usePreferences()
  const [names, setNames] = useState<readonly string[] | undefined>(undefined)
  const suggest = useMutation('suggestShownNames')
  const { trueName, documentKind, documentNumber } = draft
  const ask = async () => {
    const buildingName = draft.buildingName === '' ? page.compoundName : draft.buildingName
    const reply = await suggest.send({
      body: { trueName: trueName.trim(), documentKind, documentNumber, buildingName },
    })
    if (reply === undefined) return
    setNames(reply.names)
    const [first = ''] = reply.names
    if (!draft.ownName && !reply.names.includes(draft.shownName)) set({ shownName: first, ownName: first === '' })
  }
  useEffect(() => void ask(), [])
  if (suggest.error !== undefined) return <LoadFailed inline error={suggest.error} again={() => void ask()} />
  if (names === undefined) return <SkeletonRows count={3} />
  return (
    <>
      <Told code={draft.ownName ? undefined : codes.name}>
        <ChoiceList
          legend={words.ask.name}
          legendHidden
          choices={[...names.map((name) => ({ value: name, label: name })), { value: own, label: words.ownName }]}
          value={draft.ownName ? own : draft.shownName}
          onChange={(value) =>
            set(
              value === own
                ? { ownName: true, shownName: draft.buildingName === '' ? '' : `${draft.buildingName} ` }
                : { ownName: false, shownName: value },
            )
          }
        />
      </Told>
      {draft.ownName && (
        <TextField
          label={words.field.shownName}
          name="shownName"
          autoComplete="nickname"
          maxLength={shownNameMaxCodePoints * 2}
          value={draft.shownName}
          onInput={(shownName) => set({ shownName })}
          error={told(codes.name)}
        />
      )}
      <Section title={words.preview}>
        <Preview draft={draft} />
        {mode === 'standard' && (
          <Rows>
            <RowLine lead="eye" title={words.seen} note={words.seenWhat} />
            <RowLine lead="lock" title={words.unseen} note={words.unseenWhat} />
          </Rows>
        )}
      </Section>
    </>
  )
}
