import type { Language } from './problem-words.ts'

type Words = Readonly<Record<Language, string>>

const tooShort: Words = { 'zh-CN': '太短或者太小了。', en: 'Too short or too small.' }
const tooLong: Words = { 'zh-CN': '太长或者太大了。', en: 'Too long or too large.' }
const notChosen: Words = { 'zh-CN': '请在给出的几项里选。', en: 'Not one of the choices.' }

const unreadable: Words = {
  'zh-CN': '里面有读不出的字符，请去掉。',
  en: 'Holds characters that cannot be read; take them out.',
}

/** By the code of a field's refusal; the code tells more than the words where it is not listed. */
const words: Readonly<Record<string, Words>> = {
  'invalid-type': { 'zh-CN': '没有填，或者不是这里要的那一种。', en: 'Missing, or not of the kind that belongs here.' },
  'too-small': tooShort,
  'too-short': tooShort,
  'text-too-short': tooShort,
  'too-big': tooLong,
  'too-long': tooLong,
  'text-too-long': tooLong,
  'invalid-format': { 'zh-CN': '写法不对。', en: 'Not written in the expected form.' },
  'invalid-value': notChosen,
  'invalid-union': notChosen,
  'unrecognized-keys': { 'zh-CN': '多了这里没有的一项。', en: 'A field that does not belong here.' },
  'unreadable-character': unreadable,
  'lone-surrogate': unreadable,
  'control-character': unreadable,
  'bidi-character': unreadable,
  'personal-data-in-text': {
    'zh-CN': '里面有手机号或证件号，别人会看到，请去掉。',
    en: 'Holds a phone or document number that others would read; take it out.',
  },
  'reason-not-stated': { 'zh-CN': '请写清楚事由。', en: 'State the reason.' },
}

const otherwise: Words = { 'zh-CN': '这一处要改一改。', en: 'This needs a change.' }

/** Why a field cannot be accepted, for a person who meets the API without our app. */
export const fieldWords = (code: string, language: Language): string => (words[code] ?? otherwise)[language]
