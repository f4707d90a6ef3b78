import './join.css'
import '../ui/page/rows.css'
import type { PublicPage as View } from '@shequtong/contract/territory'
import { useState } from 'preact/hooks'
import { joinWords } from '../messages/join.ts'
import { useWords } from '../messages/use-words.ts'
import { OfficeRows } from '../offices/office-rows.tsx'
import { useSession } from '../session/session.tsx'
import { Button } from '../ui/action/button.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Mast } from '../ui/page/mast.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { JoinBar } from './join-bar.tsx'
import { NoticeLine } from './notice-line.tsx'

/** The same door in large type: one sentence, help in person, one announcement. */
export const PublicPageElder = ({ code, page }: { readonly code: string; readonly page: View }) => {
  const words = useWords(joinWords)
  const { me } = useSession()
  const [helping, help] = useState(false)
  const [latest] = page.announcements
  const readOut = [page.compoundName, words.elderIntro, latest?.title, latest?.text].filter(Boolean).join('。')
  return (
    <Page>
      <Mast title={page.compoundName} action={<ModeSwitch />} />
      <p class="join__intro">{words.elderIntro}</p>
      <div class="stack join__intro">
        <Button size="big" wide icon="people" onClick={() => help(true)}>
          {words.helpMe}
        </Button>
        {!me.signedIn && (
          <Rows>
            <RowLine lead="phone" title={words.knownPhone} href="/sign-in" plain />
          </Rows>
        )}
        <OfficeRows communityId={page.communityId} />
        {latest !== undefined && (
          <Rows>
            <NoticeLine notice={latest} />
          </Rows>
        )}
      </div>
      <JoinBar code={code} communityId={page.communityId} readOut={readOut} />
      <HelpDialog
        open={helping}
        communityId={page.communityId}
        communityName={page.communityName}
        onClose={() => help(false)}
      />
    </Page>
  )
}
