import type { RegistrationReview } from '@shequtong/contract/registrations'
import { useWords } from '../messages/use-words.ts'
import { type WorkbenchWords, workbenchWords } from '../messages/workbench.ts'
import { Icon } from '../ui/icon.tsx'

type Line = RegistrationReview['comparison'][number]

const shown = (line: Line, value: string | null, words: WorkbenchWords['review']): string => {
  if (value === null) return words.unknown
  return line.field === 'tenure' && Object.hasOwn(words.tenures, value)
    ? words.tenures[value as keyof typeof words.tenures]
    : value
}

/** What is needed to compare floor areas is on the roll alone: square metres with two decimals. */
const squareMetres = (areaCm2: number): string => (areaCm2 / 10_000).toFixed(2)

/** The claim and the roll side by side; what differs stands out by colour, by a sign and in words. */
export const ComparisonTable = ({ registration }: { readonly registration: RegistrationReview }) => {
  const { review: words } = useWords(workbenchWords)
  return (
    <table class="comparison">
      <caption class="visually-hidden">{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{words.field}</span>
          </th>
          <th scope="col">{words.claimed}</th>
          <th scope="col">{words.onRoll}</th>
          <th scope="col">
            <span class="visually-hidden">{words.verdict}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {registration.comparison.map((line) => (
          <tr key={line.field} class={`comparison__line comparison__line--${line.verdict}`}>
            <th scope="row">{words.fields[line.field]}</th>
            <td data-label={words.claimed}>{shown(line, line.claimed, words)}</td>
            <td data-label={words.onRoll}>{shown(line, line.onRoll, words)}</td>
            <td class="comparison__verdict">
              <span>
                {line.verdict === 'same' && <Icon name="check" size="small" />}
                {line.verdict === 'different' && <Icon name="ask" size="small" />}
                {words.verdicts[line.verdict]}
              </span>
            </td>
          </tr>
        ))}
        {registration.floorAreaCm2 !== null && (
          <tr class="comparison__line">
            <th scope="row">{words.area}</th>
            <td data-label={words.claimed}>{words.areaClaimed}</td>
            <td data-label={words.onRoll}>{words.squareMetres(squareMetres(registration.floorAreaCm2))}</td>
            <td class="comparison__verdict">
              <span>{words.areaVerdict}</span>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
