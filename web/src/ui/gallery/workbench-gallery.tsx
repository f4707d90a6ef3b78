import { useState } from 'preact/hooks'
import { InboxRow } from '../../shells/workbench/inbox-row.tsx'
import { Pane } from '../../shells/workbench/pane.tsx'
import { SwipeRow } from '../../shells/workbench/swipe-row.tsx'
import { WorkbenchShell } from '../../shells/workbench/workbench-shell.tsx'
import { Button } from '../action/button.tsx'
import { IconButton } from '../action/icon-button.tsx'
import { KeyHints } from '../action/key-hints.tsx'
import { useHotkeys } from '../action/use-hotkeys.ts'
import { TextArea } from '../form/text-area.tsx'
import { Joined } from '../page/joined.tsx'
import { Sheet } from '../page/sheet.tsx'
import { Who } from '../people/who.tsx'
import { Stepper } from '../steps/stepper.tsx'
import { TimeLeft } from '../time/time-left.tsx'
import { running } from './samples.ts'

const minute = 60_000
const rows = [
  {
    title: '北块垃圾房周末没人清运，味道很大',
    meta: ['71号楼 陈先生', '投诉', '物业没回应，已转给您'],
    ms: -40 * minute,
  },
  { title: '电梯的分摊表，一楼到六楼怎么算', meta: ['36号楼 顾老伯', '求助', '9 人我也是'], ms: 25 * minute },
  { title: '南块围墙的小门，晚上能不能晚点锁', meta: ['18号楼 沈女士', '相似 3 条'], ms: 72 * minute },
  { title: '接孩子放学，看护到下班', meta: ['92号楼 吴女士', '求助', '只给居委看'], ms: 370 * minute, locked: true },
  { title: '20路末班车能不能再晚半小时', meta: ['37 人合并', '建议', '已报庙行镇'], ms: 560 * minute },
]

const items = [
  { key: 'inbox', label: '收件箱', icon: 'inbox', href: '/work', count: 8 },
  { key: 'review', label: '登记审核', short: '审核', icon: 'verified', href: '/work/registrations', count: 5 },
  { key: 'votes', label: '征询投票', short: '议事', icon: 'vote', href: '/work/votes', count: 2 },
  { key: 'rota', label: '值守表', short: '值守', icon: 'calendar', href: '/work/rota' },
  { key: 'roll', label: '名册', icon: 'doc', href: '/work/roll' },
  { key: 'qr', label: '二维码', icon: 'qr', href: '/work/qr-codes' },
] as const

const hints = [
  { keys: ['j', 'k'], does: '上下' },
  { keys: ['a'], does: '回应' },
  { keys: ['h'], does: '转交' },
  { keys: ['/'], does: '找' },
]

const Answering = () => {
  const [answer, setAnswer] = useState('沈女士，小门从周三起试着 22:30 再锁，南块值班的老钱每晚 22:00 去看一圈电瓶车。')
  return (
    <div class="stack">
      <TextArea label="以“郭书记”的名义回应" value={answer} onInput={setAnswer} rows={2} />
      <div class="line">
        <Button look="do" hotkey="a">
          回应
        </Button>
        <Button hotkey="h">转交</Button>
        <Button hotkey="e">升级</Button>
      </div>
    </div>
  )
}

export const WorkbenchGallery = () => {
  const [at, setAt] = useState(2)
  useHotkeys({ j: () => setAt(Math.min(at + 1, rows.length - 1)), k: () => setAt(Math.max(at - 1, 0)) })
  const panel = location.search.includes('panel') || innerWidth >= 1024
  return (
    <WorkbenchShell
      place="宝山九村"
      actor="郭书记 · 居民区书记"
      items={items}
      here="inbox"
      foot="今晚值守：孙主任"
      panel={
        panel ? (
          <Pane
            title={<TimeLeft ms={72 * minute} />}
            note="昨天 17:20 发出，24 小时内要有人回应"
            end={<IconButton icon="more" label="更多" />}
            backHref="?part=workbench"
            foot={<Answering />}
          >
            <Who name="18号楼 沈女士" verified meta={<Joined parts={['南块', '昨天 17:20']} />} />
            <p>南块围墙的小门 21:00 就锁，下晚班要绕到淞宝路正门，多走十分钟。能不能晚一点锁？</p>
            <Stepper steps={running} />
            <Sheet padded>
              <Who name="20号楼 王先生" verified meta="昨天 18:02" />
              <p>我们这边也盼着。就怕门口停电瓶车，锁晚了得有人看一眼。</p>
            </Sheet>
          </Pane>
        ) : undefined
      }
    >
      <Pane
        title="收件箱"
        note="8 件等回应，最急的在前"
        end={<IconButton icon="search" label="找" />}
        flush
        foot={<KeyHints hints={hints} />}
      >
        {rows.map((row, number) => (
          <SwipeRow
            key={row.title}
            acts={[
              { label: '转交', icon: 'swap', onAct: () => undefined },
              { label: '回应', icon: 'reply', onAct: () => undefined, main: true },
            ]}
          >
            <InboxRow
              href="?part=workbench&panel"
              left={<TimeLeft ms={row.ms} />}
              title={row.title}
              meta={<Joined parts={row.meta} />}
              selected={number === at}
              locked={row.locked ?? false}
            />
          </SwipeRow>
        ))}
      </Pane>
    </WorkbenchShell>
  )
}
