import type { RollPlan } from '@shequtong/contract/dwelling-roll'
import type { RollFile } from './roll-file.ts'

/** A table with what its import would do. */
export interface Trial {
  readonly file: RollFile
  readonly plan: RollPlan
}
