const reloadedKey = 'shequtong.reloaded-at'
const atMostEveryMs = 30_000

/** A page from before an update asks for files that are gone: take the new app, once, and not in a circle. */
export const reloadWhenStale = (): void => {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(reloadedKey) ?? 0)
    if (Date.now() - last < atMostEveryMs) return
    event.preventDefault()
    sessionStorage.setItem(reloadedKey, String(Date.now()))
    location.reload()
  })
}
