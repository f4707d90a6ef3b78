import type { ComponentChildren } from 'preact'

/** Words in a line, a drawn dot between them; what is null is left out. */
export const Joined = ({ parts }: { readonly parts: readonly ComponentChildren[] }) => (
  <span class="joined">
    {parts
      .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
      .map((part, at) => (
        <span key={at}>{part}</span>
      ))}
  </span>
)
