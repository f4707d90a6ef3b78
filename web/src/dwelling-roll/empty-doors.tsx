import { useInfinite } from '../api/query.ts'
import { rollWords } from '../messages/dwelling-roll.ts'
import { useWords } from '../messages/use-words.ts'
import { LoadFailed } from '../session/load-failed.tsx'
import { Button } from '../ui/action/button.tsx'
import { Section } from '../ui/page/section.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'
import { SkeletonRows } from '../ui/state/skeleton.tsx'
import { byStaircase } from './doors.ts'
import { paramsOf, type RollPlace } from './place.ts'

/** 还没人登记: the doors to ring at, staircase by staircase. */
export const EmptyDoors = ({ place }: { readonly place: RollPlace }) => {
  const { empty: words } = useWords(rollWords)
  const { items, page, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfinite(
    'listDwellingsWithoutMembers',
    { params: paramsOf(place) },
  )
  if (page === undefined)
    return (
      <Section title={words.title} level={3}>
        {error === null ? <SkeletonRows /> : <LoadFailed error={error} again={() => void refetch()} inline />}
      </Section>
    )
  return (
    <Section title={words.title} note={words.count(page.withoutMembers, page.dwellings)} level={3}>
      {items.length === 0 ? (
        <EmptyState
          icon={page.dwellings === 0 ? 'doc' : 'check'}
          title={page.dwellings === 0 ? words.noRollTitle : words.allTitle}
          text={page.dwellings === 0 ? words.noRollText : words.allText}
        />
      ) : (
        <>
          <p class="hint roll-order">{words.order}</p>
          <ul class="rows sheet">
            {byStaircase(items).map(({ key, building, staircase, doors }) => (
              <li key={key} class="roll-stair">
                <h4>
                  {building} {staircase}
                </h4>
                <ul class="roll-doors">
                  {doors.map(({ dwellingId, room, personsOnRoll }) => (
                    <li key={dwellingId} class={personsOnRoll === 0 ? 'roll-door roll-door--nobody' : 'roll-door'}>
                      <span class="visually-hidden">{words.room(room, personsOnRoll)}</span>
                      <span aria-hidden="true">{room}</span>
                      <span aria-hidden="true" class="roll-door__persons">
                        {personsOnRoll === 0 ? words.nobody : words.persons(personsOnRoll)}
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <div class="roll-more">
              <Button wide busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {words.more}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}
