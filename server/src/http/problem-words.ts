import type { ProblemSlug } from '@shequtong/contract/problems'

/** Languages in which a refusal is told; the first is the one for whoever asks for none of them. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const languageOf = (tag: string): Language | undefined =>
  /^zh(-|$)/i.test(tag) ? 'zh-CN' : /^en(-|$)/i.test(tag) ? 'en' : undefined

/** The first of `languages` that the header prefers (RFC 9110 section 12.5.4: weights of 0 to 1, none is 1, 0 is refused). */
export const languageFor = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/i.exec(one)?.[1]).find((weight) => weight !== undefined)
      return { language: languageOf(tag), weight: q === undefined ? 1 : Number(q) }
    })
  const known = wanted.filter(({ language, weight }) => language !== undefined && weight > 0)
  return known.toSorted((a, b) => b.weight - a.weight)[0]?.language ?? languages[0]
}

/** What happened and what to do next, for a person who meets the API without our app. */
export const problemWords: Readonly<Record<ProblemSlug, Readonly<Record<Language, string>>>> = {
  'malformed-body': { 'zh-CN': '没传清楚，请再试一次。', en: 'That did not arrive in one piece; please try again.' },
  'idempotency-key-missing': {
    'zh-CN': '这次提交没有编号，请刷新页面再试。',
    en: 'This write has no Idempotency-Key; reload the page and try again.',
  },
  unauthenticated: { 'zh-CN': '请先登录。', en: 'Please sign in first.' },
  'not-permitted': {
    'zh-CN': '您现在的身份办不了这件事，可以换一个身份，或者问问居委。',
    en: 'Not in the capacity you act in now; change it, or ask the committee.',
  },
  'foreign-origin': {
    'zh-CN': '这一步不是从社区通的页面发出的，什么都没有改动；请从社区通的网址打开再办。',
    en: 'This did not come from a page of ours, and nothing was changed; please open our own address.',
  },
  'not-found': {
    'zh-CN': '这里没有您能看的东西，看看网址是不是少了一截。',
    en: 'There is nothing here that you can see; check the address.',
  },
  'transition-refused': {
    'zh-CN': '这件事刚有变化，请再看一眼最新的。',
    en: 'This just changed; look at the latest again.',
  },
  'idempotency-conflict': {
    'zh-CN': '这个编号已经用在另一次提交上，请再按一次。',
    en: 'This key belongs to another write; press once more.',
  },
  'done-already': {
    'zh-CN': '这一步先前已经办成了，没有再办一遍。内容只给看一次；还要看，请重新按一次。',
    en: 'This was done before and was not done again. What it showed is shown once; press anew to see it again.',
  },
  'already-exists': { 'zh-CN': '已经有了，不用再来一遍。', en: 'It is there already; no need to do it again.' },
  'code-revoked': {
    'zh-CN': '这张码换新的了，请扫小区门口最新的那张。',
    en: 'This code was replaced; scan the newest one.',
  },
  'body-too-large': { 'zh-CN': '太大了，换小一点的再试。', en: 'Too large; try a smaller one.' },
  'unsupported-media': {
    'zh-CN': '这种文件收不了，请换一种。',
    en: 'This kind of file is not accepted; try another kind.',
  },
  'invalid-input': {
    'zh-CN': '有一处要改一改，改好再试。',
    en: 'Some of what was entered cannot be accepted; change it and try again.',
  },
  'rule-refused': {
    'zh-CN': '这样办不了，可以问问居委。',
    en: 'It cannot be done this way; you can ask the committee.',
  },
  'rate-limited': { 'zh-CN': '按得有点快，歇一会儿再试。', en: 'A little too fast; wait a moment and try again.' },
  internal: {
    'zh-CN': '我们这边出了点问题，过几分钟再试。',
    en: 'Something broke on our side; try again in a few minutes.',
  },
  'dependency-unavailable': {
    'zh-CN': '我们这边有点忙，过一会儿再试。',
    en: 'We are a little busy; try again in a moment.',
  },
}
