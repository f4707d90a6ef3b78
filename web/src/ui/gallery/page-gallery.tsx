import { ResidentShell } from '../../shells/resident/resident-shell.tsx'
import { Button, ButtonLink } from '../action/button.tsx'
import { ModeSwitch } from '../action/mode-switch.tsx'
import { ReadAloud } from '../action/read-aloud.tsx'
import { Icon } from '../icon.tsx'
import { Joined } from '../page/joined.tsx'
import { Mast } from '../page/mast.tsx'
import { Page } from '../page/page.tsx'
import { RowLine, Rows } from '../page/rows.tsx'
import { Section } from '../page/section.tsx'
import { Sheet } from '../page/sheet.tsx'
import { Who } from '../people/who.tsx'
import { PhotoGrid } from '../picture/photo-grid.tsx'
import { Stepper } from '../steps/stepper.tsx'
import { Trail } from '../steps/trail.tsx'
import { RelativeTime } from '../time/relative-time.tsx'
import { Tag } from '../time/tag.tsx'
import { TimeLeft } from '../time/time-left.tsx'
import { ago, pictures, running, solved } from './samples.ts'

const hour = 3_600_000

export const PageGallery = () => (
  <ResidentShell tab="home" waiting={0}>
    <Page>
      <Mast
        title="宝山九村"
        href="/places"
        note={<Joined parts={['今晚值守：孙主任', '居委会，到明早 8:00']} />}
        action={<ModeSwitch />}
      />
      <Section title="等您的事" note="2 件">
        <Rows>
          <RowLine
            title="步道的灯修好了吗？"
            note="物业今天 10:30 说已换好三盏"
            end={
              <ButtonLink look="do" href="/thread">
                去确认
              </ButtonLink>
            }
          />
          <RowLine
            title="第二批车位公示"
            note="1 条异议，邻居已答复"
            href="/notice"
            end={<Tag tone="time">还剩 3 天</Tag>}
          />
        </Rows>
      </Section>
      <Section title="邻里近事" note="北块" href="/feed">
        <Sheet padded as="article">
          <Who
            name="36号楼 顾老伯"
            verified
            meta={<Joined parts={['北块', <RelativeTime at={ago(40)} key="at" />]} />}
          />
          <p>电梯的分摊表贴在楼下了，一楼到六楼差这么多，是怎么算出来的？哪位懂的给我讲讲。</p>
          <PhotoGrid photos={pictures} />
          <Trail steps={running} />
        </Sheet>
        <Sheet padded as="article">
          <Who
            name="1号楼 欧阳上官慕容诸葛先生的母亲"
            verified
            badges={[{ label: '党员' }, { label: '楼组长', duty: true }]}
            meta={<Joined parts={['北块', '昨天 20:10', '邻居的回应']} />}
          />
          <p>我家一楼的院灯今晚整夜开着。</p>
          <Trail steps={solved} asker />
        </Sheet>
      </Section>
      <Section title="办到哪一步" level={2}>
        <Sheet padded>
          <Stepper steps={solved} asker notes={{ confirmed: '等您一句话' }} />
        </Sheet>
        <Sheet padded>
          <Stepper steps={running} notes={{ resolved: '物业在办' }} />
        </Sheet>
      </Section>
      <Section title="谁管事">
        <Rows>
          <RowLine
            lead={<Icon name="eye" />}
            title="谁看过我的信息"
            note="近 30 天 3 次，都写了理由"
            href="/look-ups"
          />
          <RowLine lead="doc" title="我同意过的" note="4 件，每件都能收回" href="/consents" />
        </Rows>
        <Sheet padded>
          <Who name="孙主任" duty badges={[{ label: '居委主任', duty: true }]} meta="今晚值守，到明早 8:00" />
        </Sheet>
      </Section>
      <Section title="时间和标签">
        <p class="line">
          <TimeLeft ms={-40 * 60_000} />
          <TimeLeft ms={25 * 60_000} />
          <TimeLeft ms={6 * hour} />
          <TimeLeft ms={hour} paused />
          <Tag tone="done">办好了</Tag>
          <Tag>等您确认</Tag>
        </p>
      </Section>
      <Section title="按钮">
        <div class="stack">
          <ReadAloud text="电梯的分摊表贴在楼下了" wide />
          <div class="line">
            <Button>还没解决</Button>
            <Button look="ink" hotkey="a">
              回应
            </Button>
            <Button look="quiet">先看看别的小区怎么说</Button>
            <Button disabled>还有 2 件没答</Button>
            <Button busy>正在发</Button>
            <Button size="small" icon="phone">
              打给居委
            </Button>
          </div>
        </div>
      </Section>
    </Page>
  </ResidentShell>
)
