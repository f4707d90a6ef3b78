import { resultTexts } from '../assisted/public.ts'
import { openItems } from '../command-center/open-items.ts'
import { recentVoices } from '../command-center/recent-voices.ts'
import { rollups } from '../command-center/rollups.ts'
import { notify } from '../notifications/notify.ts'
import type { Consumer } from '../platform/outbox/consumer.ts'
import { realtimeHints } from '../realtime/hints.ts'
import { searchIndex } from '../search/search-index.ts'

/** Everything that follows from a fact. Nothing else notifies, counts or mirrors. */
export const consumers: readonly Consumer[] = [
  realtimeHints,
  notify,
  openItems,
  recentVoices,
  rollups,
  resultTexts,
  searchIndex,
]
