import type { ProblemSlug } from '@shequtong/contract/problems'

/** The contract's titles in Chinese. */
export const problemTitles: Readonly<Record<ProblemSlug, string>> = {
  'malformed-body': '内容读不出来',
  'idempotency-key-missing': '提交缺少编号',
  unauthenticated: '请先登录',
  'not-permitted': '现在的身份办不了',
  'foreign-origin': '别的网站的页面不能在这里提交',
  'not-found': '这里没有您能看的东西',
  'transition-refused': '现在的状态不能这样办',
  'idempotency-conflict': '编号已经用在另一次提交上',
  'done-already': '先前已经办成',
  'already-exists': '已经有了',
  'code-revoked': '这张码换新的了',
  'body-too-large': '太大了',
  'unsupported-media': '这种文件收不了',
  'invalid-input': '有的地方不能这样填',
  'rule-refused': '规定不允许这样办',
  'rate-limited': '太频繁，请等一等',
  internal: '我们这边出了点问题',
  'dependency-unavailable': '依赖的服务没有回应',
}
