import './button.css'

export interface KeyHint {
  readonly keys: readonly string[]
  readonly does: string
}

/** The keys that work here; shown at a desk only. */
export const KeyHints = ({ hints }: { readonly hints: readonly KeyHint[] }) => (
  <dl class="key-hints">
    {hints.map(({ keys, does }) => (
      <div key={does}>
        <dt>
          {keys.map((name) => (
            <kbd class="key" key={name}>
              {name}
            </kbd>
          ))}
        </dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
)
