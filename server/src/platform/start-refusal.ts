/** A text for people in both languages of the terminal. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Why the program does not start: one clear sentence and what to do, instead of a stack trace. */
export class StartRefusal extends Error {
  readonly code: string
  readonly sentenceZh: string
  readonly sentenceEn: string
  readonly whatToDo: Words

  constructor(code: string, sentence: Words, whatToDo: Words, cause?: unknown) {
    super(`${sentence.en} ${whatToDo.en}`, cause === undefined ? undefined : { cause })
    this.name = 'StartRefusal'
    this.code = code
    this.sentenceZh = sentence.zh
    this.sentenceEn = sentence.en
    this.whatToDo = whatToDo
  }
}
