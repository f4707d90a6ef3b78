const name = (communityId: number): string => `shequtong.joined-by.${communityId}`

/** The code that was scanned for this community, so that a refusal can lead back to the form. No secret: it hangs on the gate. */
export const joinedBy = (communityId: number): string | null => {
  try {
    return localStorage.getItem(name(communityId))
  } catch {
    return null
  }
}

export const rememberCode = (communityId: number, code: string): void => {
  try {
    localStorage.setItem(name(communityId), code)
  } catch {}
}
