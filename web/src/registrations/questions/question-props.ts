import type { PublicPage } from '@shequtong/contract/territory'
import type { DateOn } from '@shequtong/domain/time'
import type { FieldCodes } from '../form/checks.ts'
import type { Draft } from '../form/draft.ts'

/** What every question of the form is given. */
export interface QuestionProps {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  readonly codes: FieldCodes
  readonly code: string
  readonly page: PublicPage
  readonly todayOn: DateOn
  /** A child under 14 joins with the family: at home, and for no business. */
  readonly isChild?: boolean
}
