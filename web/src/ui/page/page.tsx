import './page.css'
import type { ComponentChildren } from 'preact'

/** One column of a phone's width. Tab bar and sticky bar keep their own room. */
export const Page = ({ children, wide = false }: { readonly children: ComponentChildren; readonly wide?: boolean }) => (
  <div class={wide ? 'page page--wide' : 'page'}>{children}</div>
)
