/** Stickers as WeChat writes them when they are copied as text. */
const stickers =
  /\[(?:ok|强|抱拳|玫瑰|微笑|握手|爱心|合十|鼓掌|赞|呲牙|愉快|太阳|咖啡|憨笑|偷笑|拥抱|胜利|再见|庆祝|加油|旺柴|捂脸|机智|emoji)\]/g

/** @郭书记, up to the next space or mark. */
const mentions = /@[\p{L}\p{N}_]{1,20}(?=\s|$|[^\p{L}\p{N}_])/gu

/** `text` in one width and case, without stickers. */
export const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(stickers, ' ')

/** The clauses of `text`, cut at marks and white space: letters and digits only, nobody mentioned, none empty. */
export const clausesOf = (text: string): string[] =>
  plainOf(text)
    .replace(mentions, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((clause) => clause !== '')
