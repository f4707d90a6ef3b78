import type { BoardView } from '@shequtong/contract/boards'
import type { IconName } from '../ui/icon-paths.ts'

export const boardIcons: Readonly<Record<BoardView['kind'], IconName>> = {
  announcements: 'board',
  party: 'flag',
  deliberation: 'hall',
  villageAffairs: 'doc',
  property: 'wrench',
  ownersCommittee: 'key',
  police: 'shield',
  familyDoctor: 'heart',
  legal: 'scale',
  guide: 'guide',
  homeVoices: 'chat',
  exchange: 'swap',
  own: 'list',
}
