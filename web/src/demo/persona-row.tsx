import type { PersonaView } from '@shequtong/contract/sessions'
import { demoWords } from '../messages/demo.ts'
import { roleWords } from '../messages/roles.ts'
import { useWords } from '../messages/use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { Who } from '../ui/people/who.tsx'

export interface PersonaRowProps {
  readonly persona: PersonaView
  readonly onPlay: () => void
}

export const PersonaRow = ({ persona, onPlay }: PersonaRowProps) => {
  const words = useWords(demoWords)
  const { role } = useWords(roleWords)
  const duty = persona.shell === 'workbench' || persona.shell === 'command'
  const label =
    persona.role !== null
      ? role[persona.role]
      : persona.shell === 'join'
        ? words.newcomer
        : persona.elder
          ? words.elder
          : words.resident
  return (
    <li>
      <button type="button" class="row persona" onClick={onPlay}>
        <Who name={persona.shownName} duty={duty} badges={[{ label, duty }]} meta={persona.what} />
        <Icon name="right" size="small" />
      </button>
    </li>
  )
}
