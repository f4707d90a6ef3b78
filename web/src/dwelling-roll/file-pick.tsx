import '../ui/action/button.css'
import { Icon } from '../ui/icon.tsx'

export interface FilePickProps {
  readonly label: string
  readonly look: 'do' | 'plain'
  readonly busy: boolean
  readonly onPick: (file: File) => void
}

/** A button that is a file field: the same file can be picked again after it was mended. */
export const FilePick = ({ label, look, busy, onPick }: FilePickProps) => (
  <label class={`button button--${look} button--normal roll-pick`} {...(busy ? { 'aria-busy': true } : {})}>
    <input
      class="visually-hidden"
      type="file"
      accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      disabled={busy}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? []
        event.currentTarget.value = ''
        if (file !== undefined) onPick(file)
      }}
    />
    <Icon name="upload" size="small" />
    <span>{label}</span>
  </label>
)
