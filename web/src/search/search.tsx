import './search.css'
import type { SearchHit } from '@shequtong/contract/search'
import { longestQueryCodePoints } from '@shequtong/domain/search/searched-kinds'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { PagedResult } from '../api/query.ts'
import { searchWords } from '../messages/search.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { TextField } from '../ui/form/text-field.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { HitList } from './hit-list.tsx'
import { useRecentWords } from './use-recent-words.ts'

type Found = PagedResult<'searchCommunity'> | PagedResult<'searchSubdistrict'> | PagedResult<'searchDistrict'>

/** The words that the address holds, so that whoever comes back from a thread finds the list again. */
export const useAskedWords = (): string => (useLocation().query.q ?? '').trim()

interface SearchProps {
  readonly hatId: string
  /** Its answer to `useAskedWords`. */
  readonly found: Found
  readonly hrefOf: (hit: SearchHit) => string
  readonly across?: boolean
}

const Results = ({ found, hrefOf, across = false, asked }: Omit<SearchProps, 'hatId'> & { readonly asked: string }) => {
  const words = useWords(searchWords)
  if (found.items.length > 0)
    return (
      <Section title={words.said}>
        <HitList hits={found.items} hrefOf={hrefOf} across={across} />
        {found.error !== null && <LoadFailed error={found.error} again={() => void found.fetchNextPage()} inline />}
        {found.hasNextPage ? (
          <Button wide size="big" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {words.more}
          </Button>
        ) : (
          <p class="soft small">{words.noMore}</p>
        )}
      </Section>
    )
  if (found.error !== null) return <LoadFailed error={found.error} again={() => void found.refetch()} inline />
  if (found.isPending) return <SkeletonRows />
  return <EmptyState icon="search" title={words.noneTitle(asked)} text={words.noneText} />
}

/** A field, what was looked for lately, and what was found. */
export const Search = ({ hatId, found, hrefOf, across }: SearchProps) => {
  const words = useWords(searchWords)
  const { path, route } = useLocation()
  const asked = useAskedWords()
  const [typed, type] = useState(asked)
  const { recent, remember, forget } = useRecentWords(hatId)
  useEffect(() => type(asked), [asked])
  const ask = (text: string) => {
    const wanted = text.trim()
    if (wanted === '') return
    remember(wanted)
    route(`${path}?${new URLSearchParams({ q: wanted })}`, true)
  }
  return (
    <div class="stack">
      <search>
        <form
          class="search__form"
          onSubmit={(event) => {
            event.preventDefault()
            ask(typed)
          }}
        >
          <TextField
            label={words.field}
            labelHidden
            type="search"
            icon="search"
            value={typed}
            onInput={type}
            placeholder={words.placeholder}
            maxLength={longestQueryCodePoints}
            autoFocus={asked === ''}
          />
          <Button type="submit" look="ink">
            {words.go}
          </Button>
        </form>
      </search>
      {asked !== '' && (
        <Results found={found} hrefOf={hrefOf} asked={asked} {...(across === undefined ? {} : { across })} />
      )}
      {asked === '' && recent.length === 0 && (
        <EmptyState icon="search" title={words.startTitle} text={words.startText} />
      )}
      {asked === '' && recent.length > 0 && (
        <Section title={words.recent}>
          <div class="search__recent">
            {recent.map((one) => (
              <Button key={one} size="small" onClick={() => ask(one)}>
                {one}
              </Button>
            ))}
            <Button look="quiet" size="small" onClick={forget}>
              {words.forget}
            </Button>
          </div>
        </Section>
      )}
    </div>
  )
}
