import { useEffect, useState } from 'preact/hooks'

/** From here on list and panel stand side by side: the same width as in the shell. */
const wide = matchMedia('(min-width: 64rem)')

export const useWide = (): boolean => {
  const [is, set] = useState(wide.matches)
  useEffect(() => {
    const look = () => set(wide.matches)
    wide.addEventListener('change', look)
    return () => wide.removeEventListener('change', look)
  }, [])
  return is
}
