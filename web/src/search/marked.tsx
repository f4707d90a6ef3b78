import type { MarkedText } from '@shequtong/contract/search'

/** Words in pieces, those that were looked for marked. */
export const Marked = ({ pieces }: { readonly pieces: MarkedText }) => (
  <>
    {pieces.map(({ text, marked }, at) =>
      marked ? (
        <mark key={at} class="found">
          {text}
        </mark>
      ) : (
        text
      ),
    )}
  </>
)
