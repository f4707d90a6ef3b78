import type { RoleGrantView } from '@shequtong/contract/roles'

/** What is about to be done on the page of colleagues; its dialog asks. */
export type GrantAct =
  | { readonly kind: 'grant' }
  | { readonly kind: 'end'; readonly grant: RoleGrantView }
  | { readonly kind: 'handOver'; readonly grant: RoleGrantView; readonly mine: boolean }
