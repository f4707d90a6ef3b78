import type { CommunityKind } from '@shequtong/domain/territory/territory'
import type { DateOn } from '@shequtong/domain/time'

/** What a poster says. Residents read 居委会, villagers 村委会. */
export const posterWords = (kind: CommunityKind, edition: number, inUseFrom: DateOn, url: string) => {
  const committee = kind === 'village' ? '村委' : '居委'
  const [year, month, day] = inUseFrom.split('-').map(Number)
  return {
    headline: '扫一扫，成为真正的邻居',
    steps: [
      { number: '一', lines: ['打开微信', '扫这张码'] },
      { number: '二', lines: ['填写姓名', '和门牌'] },
      { number: '三', lines: [`${committee}核对`, '一天之内'] },
    ],
    help: `不会扫？到${committee}会，我们帮您登记。`,
    safety: '登记不收钱。密码和验证码，不要告诉任何人。',
    address: `也可以在浏览器里输入 ${url}`,
    edition: `第 ${edition} 版`,
    inUseFrom: `${year} 年 ${month} 月 ${day} 日起用`,
  }
}
