import { dangerIn, emergencyNumbers } from '@shequtong/domain/text/danger'
import { composeWords } from '../messages/compose.ts'
import { useWords } from '../messages/use-words.ts'
import { ButtonLink } from '../ui/action/button.tsx'

/** Where the words tell of danger, whom to call stands there before anything is sent; the most fitting first. */
export const DangerHint = ({ text }: { readonly text: string }) => {
  const { danger: words } = useWords(composeWords)
  const suggested = dangerIn(text)
  return (
    <div role="status">
      {suggested.length > 0 && (
        <div class="compose__danger stack">
          <p>
            <b>{words.title}</b> {words.text}
          </p>
          <p class="compose__calls">
            {[...suggested, ...emergencyNumbers.filter((number) => !suggested.includes(number))].map((number) => (
              <ButtonLink
                key={number}
                look={suggested.includes(number) ? 'ink' : 'plain'}
                icon="phone"
                href={`tel:${number}`}
              >
                {words.call[number]}
              </ButtonLink>
            ))}
          </p>
        </div>
      )}
    </div>
  )
}
