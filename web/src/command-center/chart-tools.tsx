import './chart.css'
import { useState } from 'preact/hooks'
import { saveCsv, type Table } from '../files/csv.ts'
import { commandCenterWords } from '../messages/command-center.ts'
import { useWords } from '../messages/use-words.ts'
import { Button } from '../ui/action/button.tsx'
import { Dialog } from '../ui/action/dialog.tsx'
import { DataTable } from './data-table.tsx'

export interface ChartToolsProps {
  readonly title: string
  /** What is counted, since when; a sentence or two each. */
  readonly meanings: readonly string[]
  /** What is shown, as numbers. */
  readonly table: Table
}

/** 定义 · 表 · CSV: every chart says what it counts and gives its numbers. */
export const ChartTools = ({ title, meanings, table }: ChartToolsProps) => {
  const { tools } = useWords(commandCenterWords)
  const [open, setOpen] = useState<'definition' | 'table' | undefined>(undefined)
  const save = () => saveCsv(table, title)
  const close = () => setOpen(undefined)
  const tool = (word: string, onClick: () => void) => (
    <button type="button" class="chart-tools__tool" aria-label={tools.of(word, title)} onClick={onClick}>
      {word}
    </button>
  )
  return (
    <div class="chart-tools">
      {tool(tools.definition, () => setOpen('definition'))}
      {tool(tools.table, () => setOpen('table'))}
      {tool(tools.csv, save)}
      {open === 'definition' && (
        <Dialog open title={title} onClose={close}>
          <div class="stack">
            {meanings.map((meaning) => (
              <p key={meaning}>{meaning}</p>
            ))}
          </div>
        </Dialog>
      )}
      {open === 'table' && (
        <Dialog
          open
          wide
          title={tools.tableOf(title)}
          onClose={close}
          actions={
            <Button icon="export" onClick={save}>
              {tools.download}
            </Button>
          }
        >
          <DataTable table={table} caption={title} />
        </Dialog>
      )}
    </div>
  )
}
