import './chart.css'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'

/** What the three colours of a backlog bar say. */
export const BacklogLegend = () => {
  const { figures } = useWords(commandCenterWords)
  return (
    <span class="legend">
      <span class="legend__key legend__key--time">{figures.waiting.name}</span>
      <span class="legend__key legend__key--still">{figures.inHand.name}</span>
      <span class="legend__key legend__key--done">{figures.awaitingConfirmation.name}</span>
    </span>
  )
}
