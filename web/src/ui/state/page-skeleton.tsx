import { Page } from '../page/page.tsx'
import { Skeleton, SkeletonVoices } from './skeleton.tsx'

/** A whole page whose words are not known yet. */
export const PageSkeleton = () => (
  <Page>
    <div class="mast">
      <Skeleton width={40} />
      <Skeleton shape="small" width={65} />
    </div>
    <SkeletonVoices />
  </Page>
)
