import { CommandPane, CommandPanes } from '../../shells/command/command-panes.tsx'
import { CommandShell } from '../../shells/command/command-shell.tsx'
import { InboxRow } from '../../shells/workbench/inbox-row.tsx'
import { Button } from '../action/button.tsx'
import { Joined } from '../page/joined.tsx'
import { Sheet } from '../page/sheet.tsx'
import { Who } from '../people/who.tsx'
import { PhotoGrid } from '../picture/photo-grid.tsx'
import { Stepper } from '../steps/stepper.tsx'
import { Tag } from '../time/tag.tsx'
import { TimeLeft } from '../time/time-left.tsx'
import { pictures, solved } from './samples.ts'

const links = [
  { label: '定义', href: '/definitions' },
  { label: '表', href: '/table' },
  { label: 'CSV', href: '/csv' },
]

export const CommandGallery = () => (
  <CommandShell
    crumbs={[{ label: '宝山区', href: '/command' }, { label: '友谊路街道', href: '/command/s' }, { label: '宝山九村' }]}
    note="指挥中心"
    search={
      <Button icon="search" hotkey="/">
        找一个居村
      </Button>
    }
  >
    <CommandPanes layout="detail">
      <CommandPane title="这个居村" links={links} foot="这里按事看，不给人排名，也不计分。">
        <p>家庭 2,136 户</p>
        <p>实名居民 3,018 人</p>
      </CommandPane>
      <CommandPane title="没办完的事" note="155 件，最急的在前">
        <InboxRow
          href="?part=command"
          left={<TimeLeft ms={-2_400_000} />}
          title="北块垃圾房周末没人清运，味道很大"
          meta={<Joined parts={['71号楼 陈先生', '投诉']} />}
        />
        <InboxRow
          href="?part=command"
          left={<TimeLeft ms={1_500_000} />}
          title="电梯的分摊表，一楼到六楼怎么算"
          meta={<Joined parts={['36号楼 顾老伯', '求助']} />}
        />
        <InboxRow
          href="?part=command"
          left={<Tag tone="done">等居民确认</Tag>}
          title="92号楼北侧步道的三盏灯都不亮"
          meta={<Joined parts={['92号楼 吴女士', '求助']} />}
          selected
        />
      </CommandPane>
      <CommandPane
        title="92号楼北侧步道的三盏灯都不亮"
        end={
          <span class="push">
            <Tag tone="done">等居民确认</Tag>
          </span>
        }
      >
        <div class="stack">
          <Who name="92号楼 吴女士" verified meta={<Joined parts={['求助', '昨天 19:42']} />} />
          <p>晚上七点多带孩子回来，一路是黑的，台阶也看不见。</p>
          <PhotoGrid photos={pictures} />
          <Sheet padded>
            <Stepper steps={solved} notes={{ confirmed: '等吴女士' }} />
          </Sheet>
          <Who name="孙主任" duty badges={[{ label: '居委主任', duty: true }]} meta="昨天 19:54" />
        </div>
      </CommandPane>
    </CommandPanes>
  </CommandShell>
)
