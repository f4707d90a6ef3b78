import type { RollPlan } from '@shequtong/contract/dwelling-roll'
import { type RollField, rollFields } from '@shequtong/domain/dwelling-roll/roll-words'
import { useState } from 'preact/hooks'
import { saveCsv } from '../files/csv.ts'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { KindPicker } from '../ui/form/kind-picker.tsx'
import { Section } from '../ui/page/section.tsx'

type Shown = RollField | 'all'

/** Every bad row with its line in the spreadsheet, its door, its column and what to do; never what stands in the cell. */
export const FaultTable = ({ plan }: { readonly plan: RollPlan }) => {
  const { trial: words, fields, faults: reasons } = useWords(rollWords)
  const [wanted, show] = useState<Shown>('all')
  const { faults, badRows } = plan
  const counted = rollFields
    .map((field) => ({ field, count: faults.filter((fault) => fault.field === field).length }))
    .filter(({ count }) => count > 0)
  // a mended file may have none left in the column that was looked at
  const shown = counted.some(({ field }) => field === wanted) ? wanted : 'all'
  const choices: { value: Shown; label: string }[] = [
    { value: 'all', label: `${words.all} ${faults.length}` },
    ...counted.map(({ field, count }) => ({ value: field, label: `${fields[field]} ${count}` })),
  ]
  const save = () =>
    saveCsv(
      {
        columns: [words.line, words.door, words.field, words.reason],
        rows: faults.map(({ line, door, field, code }) => [line, door, fields[field], reasons[code]]),
      },
      words.saveName,
    )
  const listedRows = new Set(faults.map(({ line }) => line)).size
  return (
    <Section title={words.faults(badRows)} level={3}>
      <div class="roll-filter">
        {counted.length > 1 && (
          <KindPicker legend={words.filter} legendHidden choices={choices} value={shown} onChange={show} />
        )}
        <Button icon="export" onClick={save}>
          {words.save}
        </Button>
      </div>
      {listedRows < badRows && <p class="hint">{words.faultsNote(faults.length)}</p>}
      <table class="roll-faults">
        <caption class="visually-hidden">{words.faults(badRows)}</caption>
        <thead>
          <tr>
            {[words.line, words.door, words.field, words.reason].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {faults
            .filter(({ field }) => shown === 'all' || field === shown)
            .map(({ line, door, field, code }) => (
              <tr key={`${line}.${field}.${code}`}>
                <th scope="row">
                  <span class="only-desk">{line}</span>
                  <span class="only-phone">{words.lineOf(line)}</span>
                </th>
                <td>{door === '' ? words.noDoor : door}</td>
                <td>{fields[field]}</td>
                <td>{reasons[code]}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Section>
  )
}
