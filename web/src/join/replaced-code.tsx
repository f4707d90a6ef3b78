import './join.css'
import { useState } from 'preact/hooks'
import type { Reply } from '../api/types.ts'
import { joinWords } from '../messages/join.ts'
import { calendarDate } from '../messages/time.ts'
import { useCoreWords, useWords } from '../messages/use-words.ts'
import { OfficeSection } from '../offices/office-rows.tsx'
import { useSession } from '../session/session.tsx'
import { WechatDoor } from '../sign-in/wechat-door.tsx'
import { Button, ButtonLink } from '../ui/action/button.tsx'
import { ModeSwitch } from '../ui/action/mode-switch.tsx'
import { Icon } from '../ui/icon.tsx'
import { Joined } from '../ui/page/joined.tsx'
import { Mast } from '../ui/page/mast.tsx'
import { Page } from '../ui/page/page.tsx'
import { RowLine, Rows } from '../ui/page/rows.tsx'
import { Section } from '../ui/page/section.tsx'
import { Sheet } from '../ui/page/sheet.tsx'
import { StickyBar } from '../ui/page/sticky-bar.tsx'
import { useNow } from '../ui/time/use-now.ts'
import { HelpDialog } from './help-dialog.tsx'

export type ReplacedView = Extract<Reply<'openJoinCode'>, { status: 'replaced' }>

/** An old poster was scanned: since when it is void, which one hangs now, and what to do. */
export const ReplacedCode = ({ replaced }: { readonly replaced: ReplacedView }) => {
  const words = useWords(joinWords)
  const { time } = useCoreWords()
  const { me } = useSession()
  const now = useNow()
  const [helping, help] = useState(false)
  const { edition, currentEdition } = replaced
  const date = calendarDate(new Date(`${replaced.revokedOn}T00:00:00+08:00`), now, time)
  return (
    <Page>
      <Mast
        title={words.replacedTitle}
        note={<Joined parts={[replaced.subdistrictName, replaced.compoundName]} />}
        action={<ModeSwitch />}
      />
      {currentEdition === null ? (
        <p class="join__intro">{words.stopped(date, edition)}</p>
      ) : (
        <>
          <p class="join__intro">
            {words.replaced(date)}
            <b>{words.replacedBy(currentEdition)}</b>
            {words.replacedOld(edition)}
          </p>
          <div class="join__intro">
            <Sheet padded>
              <div class="editions">
                <div>
                  <span class="editions__new editions__old" aria-hidden="true">
                    {edition}
                  </span>
                  <b>{words.edition(edition)}</b>
                  <span class="small soft">{words.stoppedOn(date)}</span>
                </div>
                <Icon name="right" />
                <div>
                  <span class="editions__new" aria-hidden="true">
                    {currentEdition}
                  </span>
                  <b>{words.edition(currentEdition)}</b>
                  <span class="small soft">{words.hangs}</span>
                </div>
              </div>
            </Sheet>
          </div>
        </>
      )}
      <Section title={words.next}>
        <Rows>
          {currentEdition === null ? (
            <RowLine lead="people" title={words.askCommittee} note={words.askCommitteeNote} />
          ) : (
            <RowLine lead="qr" title={words.scanNew(currentEdition)} note={words.scanNewNote} />
          )}
          <RowLine lead="verified" title={words.neighboursSafe} note={words.neighboursSafeNote} />
          <RowLine lead="shield" title={words.nothingLeft} note={words.nothingLeftNote} />
        </Rows>
      </Section>
      <OfficeSection communityId={replaced.communityId} />
      <StickyBar
        below={
          me.signedIn ? undefined : (
            <div class="join__known">
              <span class="small soft">{words.known}</span>
              <WechatDoor returnTo={null} label={words.wechat} wide={false} />
              <ButtonLink href="/sign-in" size="big" icon="device">
                {words.phone}
              </ButtonLink>
            </div>
          )
        }
      >
        <Button look="do" size="big" wide icon="people" onClick={() => help(true)}>
          {words.helpMe}
        </Button>
      </StickyBar>
      <HelpDialog
        open={helping}
        communityId={replaced.communityId}
        communityName={replaced.communityName}
        onClose={() => help(false)}
      />
    </Page>
  )
}
