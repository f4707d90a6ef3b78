import './shell.css'
import { useCoreWords } from '../messages/use-words.ts'

/** First stop of the Tab key; seen only then. */
export const SkipLink = () => {
  const { shell } = useCoreWords()
  return (
    <a class="skip" href="#main" target="_self">
      {shell.skip}
    </a>
  )
}
