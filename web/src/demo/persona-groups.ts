import type { PersonaView } from '@shequtong/contract/sessions'

export const personaGroups = ['neighbours', 'newcomers', 'duty', 'above'] as const
export type PersonaGroup = (typeof personaGroups)[number]

const groupOfShell: Record<PersonaView['shell'], PersonaGroup> = {
  resident: 'neighbours',
  join: 'newcomers',
  workbench: 'duty',
  command: 'above',
}

/** The personas by what they do here, in the order of `personaGroups`; groups without anyone are left out. */
export const groupPersonas = (
  personas: readonly PersonaView[],
): readonly { readonly group: PersonaGroup; readonly personas: readonly PersonaView[] }[] =>
  personaGroups
    .map((group) => ({ group, personas: personas.filter(({ shell }) => groupOfShell[shell] === group) }))
    .filter((one) => one.personas.length > 0)
