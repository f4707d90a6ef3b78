import type { HatView } from '@shequtong/contract/sessions'
import { useLocation } from 'preact-iso'
import { meWords } from '../messages/me.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { homeOf, useSession } from '../session/session.tsx'
import { useWearHat } from '../session/use-wear-hat.ts'
import { Button } from '../ui/action/button.tsx'
import { FieldError } from '../ui/form/hint.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { Face } from '../ui/people/face.tsx'
import { Tag } from '../ui/time/tag.tsx'

/** What a hat is, in words: a role, or how one belongs. */
export const useHatWords = (): ((hat: HatView) => readonly string[]) => {
  const { tenure, memberKind } = useWords(meWords)
  const { role } = useWords(roleWords)
  return (hat) => {
    const as = hat.role !== null ? role[hat.role] : hat.memberKind === null ? '' : memberKind[hat.memberKind]
    return [hat.territoryName, as, hat.tenure === null ? '' : tenure[hat.tenure]]
  }
}

/** In whose capacity one acts now, and the others that could be. */
export const HatList = () => {
  const words = useWords(meWords)
  const { me } = useSession()
  const { route } = useLocation()
  const hatWords = useHatWords()
  const { wear, isPending, error } = useWearHat()
  if (me.hats.length < 2) return null
  const change = async (hatId: string) => {
    if (await wear(hatId)) route(homeOf({ ...me, actingHatId: hatId }))
  }
  return (
    <Section title={words.hatsTitle}>
      <Rows>
        {me.hats.map((hat) => {
          const worn = hat.hatId === me.actingHatId
          const end = worn ? (
            <Tag tone="done">{words.hatNow}</Tag>
          ) : (
            <Button
              size="small"
              busy={isPending}
              label={words.hatChangeTo(hat.shownName)}
              onClick={() => void change(hat.hatId)}
            >
              {words.hatChange}
            </Button>
          )
          const face = <Face name={hat.shownName} duty={hat.type === 'role'} size="small" />
          return (
            <RowLine
              key={hat.hatId}
              lead={face}
              title={hat.shownName}
              note={<Joined parts={hatWords(hat)} />}
              end={end}
            />
          )
        })}
      </Rows>
      {error !== undefined && <FieldError>{words.hatFailed}</FieldError>}
      {me.hats.some(({ type }) => type === 'role') && <p class="small soft hat-note">{words.hatsNote}</p>}
    </Section>
  )
}
