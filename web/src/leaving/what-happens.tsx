import type { Reply } from '../api/types.ts'
import { leavingWords } from '../messages/leaving.ts'
import { useWords } from '../messages/use-words.ts'

/** What stays and what goes, line by line, before anybody decides. */
export const WhatHappens = ({ leaving }: { readonly leaving: Reply<'readLeaving'> }) => {
  const words = useWords(leavingWords)
  const lines: [string, string][] = [
    [words.identity, leaving.erasesIdentity ? words.identityGone(leaving.regretDays) : words.identityKept],
    [words.words, words.wordsStay],
  ]
  if (leaving.photoCount > 0) lines.push([words.photos(leaving.photoCount), words.photosGone])
  if (leaving.openRequestCount > 0) lines.push([words.open(leaving.openRequestCount), words.openStays])
  return <Afterwards lines={lines} />
}

interface AfterwardsProps {
  readonly lines: readonly (readonly [string, string])[]
  /** After what: the head of the second column; after leaving where nothing is said. */
  readonly after?: string
}

/** Two columns: what is yours, and what becomes of it. */
export const Afterwards = ({ lines, after }: AfterwardsProps) => {
  const words = useWords(leavingWords)
  return (
    <div class="sheet">
      <table class="leaving-table">
        <thead>
          <tr>
            <th scope="col">{words.yours}</th>
            <th scope="col">{after ?? words.afterwards}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([what, then]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{then}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
