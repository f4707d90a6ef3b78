import { useEffect, useState } from 'preact/hooks'

/** After the last letter; then the server is asked. */
const pauseMs = 300

/** What was typed, once the typing pauses: not every letter is a question to the server. */
export const useSettled = (value: string): string => {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
