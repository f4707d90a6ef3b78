const key = 'shequtong.demo.persona'

/** Which persona this tab plays, so that a demo can lend the right papers. */
export const playedPersona = (): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

export const rememberPersona = (personaId: string): void => {
  try {
    sessionStorage.setItem(key, personaId)
  } catch {}
}
