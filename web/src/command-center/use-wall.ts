import { useEffect, useState } from 'preact/hooks'

const isWall = (): boolean => document.documentElement.hasAttribute('data-wall')

/** Whether the page hangs on a wall, where nothing can be pressed. The shell turns it on and off. */
export const useWall = (): boolean => {
  const [wall, setWall] = useState(isWall)
  useEffect(() => {
    const watcher = new MutationObserver(() => setWall(isWall()))
    watcher.observe(document.documentElement, { attributeFilter: ['data-wall'] })
    setWall(isWall())
    return () => watcher.disconnect()
  }, [])
  return wall
}
