import { useWords } from '../messages/use-words.ts'
import { workbenchWords } from '../messages/workbench.ts'
import { OtherHat, useOtherHat } from '../service-requests/other-hat.tsx'
import { ButtonLink } from '../ui/action/button.tsx'
import { Page } from '../ui/page/page.tsx'
import { EmptyState } from '../ui/state/empty-state.tsx'

/** The hat worn now has no place at this desk: another one may. */
export const NotHere = ({ communityId }: { readonly communityId: number }) => {
  const { refusals } = useWords(workbenchWords)
  const other = useOtherHat(communityId)
  return (
    <main id="main">
      <Page>
        <h1 class="visually-hidden">{refusals.notHereTitle}</h1>
        {other !== undefined ? (
          <OtherHat communityId={communityId} />
        ) : (
          <EmptyState
            icon="lock"
            title={refusals.notHereTitle}
            text={refusals.notHereText}
            actions={
              <ButtonLink href="/me" look="do" size="big">
                {refusals.toMe}
              </ButtonLink>
            }
          />
        )}
      </Page>
    </main>
  )
}
