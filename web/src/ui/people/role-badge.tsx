import './people.css'

/** A role in a frame; filled ink for whoever must answer. */
export const RoleBadge = ({ label, duty = false }: { readonly label: string; readonly duty?: boolean }) => (
  <span class={duty ? 'role role--duty' : 'role'}>{label}</span>
)
