/** Whom to call where words tell of danger to life: police 110, fire and rescue 119, ambulance 120. */
export const emergencyNumbers = ['110', '119', '120'] as const
export type EmergencyNumber = (typeof emergencyNumbers)[number]

/** Words of something that happens now, by who comes for it. Our own lists, checked from both sides in the test. */
const words: Readonly<Record<EmergencyNumber, readonly string[]>> = {
  '119': [
    ...[
      '着火',
      '起火',
      '失火',
      '烧起来',
      '冒烟',
      '冒浓烟',
      '浓烟',
      '火灾',
      '爆炸',
      '煤气味',
      '燃气味',
      '漏煤气',
      '漏燃气',
    ],
    ...['煤气泄漏', '燃气泄漏', '煤气漏', '燃气漏', '困在电梯', '电梯困人', '关在电梯', '被困'],
  ],
  '120': [
    ...['晕倒', '昏倒', '昏迷', '不省人事', '没有呼吸', '没呼吸', '叫不醒', '抽搐', '大出血', '流了很多血', '触电'],
    ...['摔下来', '坠楼', '喝农药', '心脏病发', '突发心脏', '中风了', '快要生了'],
  ],
  '110': [
    ...['打人', '打起来', '被打', '打架', '拿刀', '持刀', '抢劫', '入室', '撬门', '砸门', '家暴', '跳楼', '轻生'],
    ...['走失', '有小偷', '抓小偷', '威胁要杀'],
  ],
}

/** What stands right before or behind a word where it only might happen, or is spoken of in general. */
const might =
  /(?:怕|担心|容易|防止|预防|防|避免|以免|免得|万一|会|可能|要是|如果|严禁|不要|别|差点|差一点|曾经|去年|以前)$/
const general = /^(?:隐患|演练|预案|知识|风险|怎么办|讲座|宣传|险|报警器|传感器)/

const happens = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!might.test(text.slice(0, at)) && !general.test(text.slice(at + word.length))) return true
  return false
}

/**
 * Whom `text` suggests to call first, in the order of `emergencyNumbers`; empty where nothing tells of danger now. A hint beside a
 * field and no more: it hinders nobody. Of words about what might happen, or is prepared for, nothing is suggested. No errors.
 */
export const dangerIn = (text: string): readonly EmergencyNumber[] =>
  emergencyNumbers.filter((number) => words[number].some((word) => happens(text, word)))
