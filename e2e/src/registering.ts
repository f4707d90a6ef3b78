import type { DemoPerson } from '@shequtong/worlds/demo/person-types'
import type { Persona } from './persona.ts'
import type { Stage } from './stage.ts'

/** Scans a gate's code as a stranger and shows that the phone is one's own. */
export const scansAndShowsPhone = async (stage: Stage, who: Persona, code: string, phone: string): Promise<void> => {
  await who.opens(`/j/${code}`)
  await who.presses('登记成为邻居')
  await who.types('手机号', phone.replace(/^\+86/, ''))
  await who.presses('收验证码')
  await who.types('验证码', await stage.codeFor(phone))
  await who.presses('接着登记')
}

export const tellsIdentity = async (
  who: Persona,
  { trueName, idNumber }: Pick<DemoPerson, 'trueName' | 'idNumber'>,
): Promise<void> => {
  await who.types('姓名', trueName)
  await who.types('身份证号', idNumber)
  await who.presses('下一步：住处')
}

export const choosesHome = async (
  who: Persona,
  [area, building, staircase, room]: readonly string[],
): Promise<void> => {
  await who.presses(area ?? '')
  await who.presses(building ?? '')
  await who.presses(staircase ?? '')
  await who.presses(room ?? '')
  await who.presses('下一步：您是业主还是租户')
}

/** Every consent is asked for by itself. */
export const agreesToAll = async (who: Persona): Promise<void> => {
  await who.sees('件事，一件一件问您')
  while (await who.isOffered('同意')) await who.presses('同意')
}

export const namesAndAgrees = async (who: Persona, party = '不亮，或者不是党员'): Promise<void> => {
  await who.presses('就叫')
  await who.presses(party)
  await who.presses('下一步：几件事请您同意')
  await agreesToAll(who)
  await who.presses('交给居委核对')
}

/** Comes in through the door of who registered before. */
export const signsInByPhone = async (stage: Stage, who: Persona, phone: string): Promise<void> => {
  await who.opens('/sign-in')
  await who.types('手机号', phone.replace(/^\+86/, ''))
  await who.presses('收验证码')
  await who.types('验证码', await stage.codeFor(phone))
  await who.presses('进去')
}
