import type { Table } from '../files/csv.ts'

/** The numbers behind a chart; scrolls by itself where the screen is narrow. */
export const DataTable = ({ table, caption }: { readonly table: Table; readonly caption: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section class="data-table" tabIndex={0} aria-label={caption}>
    <table>
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {table.columns.map((column, at) => (
            <th key={column} scope="col" class={typeof table.rows[0]?.[at] === 'number' ? 'data-table__number' : ''}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>
            {row.map((value, column) => (
              <td key={column} class={typeof value === 'number' ? 'data-table__number' : ''}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
