import { useEffect, useState } from 'preact/hooks'

const keyOf = (name: string): string => `shequtong.said.${name}`

const read = (name: string): string => {
  try {
    return sessionStorage.getItem(keyOf(name)) ?? ''
  } catch {
    return ''
  }
}

const write = (name: string, text: string): void => {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(name))
    else sessionStorage.setItem(keyOf(name), text)
  } catch {}
}

/** Words half written, kept until they are sent or this window is closed. */
export const useKeptText = (name: string): readonly [string, (text: string) => void] => {
  const [text, setText] = useState(() => read(name))
  useEffect(() => setText(read(name)), [name])
  return [
    text,
    (next) => {
      setText(next)
      write(name, next)
    },
  ]
}
