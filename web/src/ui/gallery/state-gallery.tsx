import { ResidentShell } from '../../shells/resident/resident-shell.tsx'
import { Button } from '../action/button.tsx'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { TopBar } from '../page/top-bar.tsx'
import { QrCode } from '../picture/qr-code.tsx'
import { EmptyState } from '../state/empty-state.tsx'
import { ErrorState } from '../state/error-state.tsx'
import { OfflineBar } from '../state/offline-bar.tsx'
import { SkeletonRows, SkeletonVoices } from '../state/skeleton.tsx'

/** Not a real code: the look of one. */
const matrix = Array.from({ length: 25 }, (_, y) =>
  Array.from({ length: 25 }, (_, x) => (x * x + y * 3 + x * y) % 3 === 0),
)

export const StateGallery = () => (
  <ResidentShell tab="neighbours">
    <OfflineBar offline waiting={1} href="/waiting" />
    <Page>
      <TopBar title="没发出去" closes />
      <div class="stack">
        <ErrorState
          title="没发出去，字都在"
          safe="服务器没有答应，不是您的问题。写的和 2 张照片存在这台手机里。编号"
          reference="7C-204"
          actions={
            <>
              <Button icon="phone">打给居委</Button>
              <Button look="do">再发一次</Button>
            </>
          }
        />
        <ErrorState wait title="请过 40 秒再发" safe="一分钟里发了 6 条，先歇一歇。急事打给居委。" />
      </div>
      <EmptyState
        icon="chat"
        title="还没有人说话"
        text="第一句可以很小：路灯、晾衣杆、谁家的猫。居委 24 小时内会回您。"
        actions={<Button size="big">说第一件事</Button>}
      />
      <EmptyState
        icon="lock"
        title="这条只给居委看"
        text="发的人选了“只给居委干部”。想帮忙的话，告诉孙主任，她来引荐。"
      />
      <Section title="正在取">
        <SkeletonVoices count={1} />
        <SkeletonRows />
      </Section>
      <Section title="二维码">
        <div class="line">
          <QrCode matrix={matrix} label="宝山九村的码" />
          <QrCode matrix={matrix} label="停用的码" revoked />
        </div>
      </Section>
    </Page>
  </ResidentShell>
)
