import assert from 'node:assert/strict'
import type { Persona } from '../src/persona.ts'
import { describePhoto, photoFromPhone } from '../src/photos.ts'
import { playScenes } from '../src/scene.ts'
import type { Stage } from '../src/stage.ts'

const { scene } = playScenes()

const complains = async (wu: Persona, text: string): Promise<void> => {
  await wu.opens('/compose')
  await wu.presses('投诉')
  await wu.types('说说看', text)
  await wu.presses('92号楼')
}

/** In the list a matter stands under its first sentence, without the stop. */
const opensAgain = async (guo: Persona, text: string): Promise<void> => {
  await guo.pressesLink(text.replace('。', ''))
  await guo.sees(text)
}

/** 郭书记 at the inbox with the matter open, which is then heard. */
const guoOpens = async (stage: Stage, text: string, keyboard = false): Promise<Persona> => {
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk', keyboard })
  await guo.opens('/')
  await opensAgain(guo, text)
  return guo
}

const countOf = async (stage: Stage, text: string): Promise<number> => {
  const { count } = await stage.services.db.one<{ count: number }>(
    `select count(*)::int as count from service_requests where text = $1`,
    [text],
  )
  return count
}

scene('a complaint with a photo is heard, answered, solved and confirmed, and 收到 stops nothing', async (stage) => {
  const text = '92号楼 2 单元门口的灯三天不亮，晚上看不见台阶。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await complains(wu, text)
  const taken = await photoFromPhone()
  assert.ok((await describePhoto(taken)).exif > 0)
  await wu.holdsFile('相册', [{ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: taken }])
  await wu.sees('传好')
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'desk' })
  await guo.opens('/')
  await wu.presses('发出去')
  await wu.sees(text)
  await wu.sees('还没有人回应')
  const [served] = await wu.photos()
  assert.deepEqual(await describePhoto((await wu.fetches(served ?? '')).bytes), {
    upright: true,
    exif: 0,
    orientation: undefined,
  })

  await guo.sees(text.slice(0, 12), 2_000)
  await stage.timePasses({ minutes: 7 })
  await opensAgain(guo, text)
  await wu.sees('今天 19:49', 2_000)

  await guo.types('您的回应', '收到')
  await guo.sees('这一句还不算回应')
  await guo.presses('先发这句')
  await wu.sees('收到，不算回应', 2_000)
  await wu.sees('明天 19:42 前')

  await stage.timePasses({ minutes: 5 })
  await guo.types('您的回应', '周师傅明天上午 9 点前来换灯，换好我来说。')
  await guo.presses('回应')
  await wu.sees('周师傅明天上午 9 点前来换灯', 2_000)
  await wu.sees('12 分钟后')

  await stage.timePasses({ hours: 14 })
  await guo.presses('回去看看')
  await guo.presses('写结果')
  await guo.presses('办好了')
  await guo.types('结果是什么', '好的')
  await guo.presses('写好结果，请本人确认')
  await guo.sees('“收到”“已处理”“已派人去”不算结果')
  await guo.types('结果是什么', '今天上午 9 点换了新的声控灯，试过三遍都亮。')
  await guo.presses('写好结果，请本人确认')
  await guo.presses('回去看看')
  await wu.sees('由您说了算', 2_000)
  await wu.presses('确认解决')
  await guo.sees('本人确认办好了', 2_000)
  await wu.sees('确认解决了')
})

scene('not solved after all: 吴女士 says what is missing, and the clock starts anew', async (stage) => {
  const text = '垃圾房的门关不上，夜里有野猫进去。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await complains(wu, text)
  await wu.presses('发出去')
  const guo = await guoOpens(stage, text)
  await guo.types('您的回应', '物业今天下午来修门，修好我再看一眼。')
  await guo.presses('回应')
  await opensAgain(guo, text)
  await guo.presses('写结果')
  await guo.presses('办好了')
  await guo.types('结果是什么', '下午三点换了门轴，门能关上了。')
  await guo.presses('写好结果，请本人确认')
  await guo.presses('回去看看')
  await stage.timePasses({ hours: 20 })
  await wu.presses('还没解决')
  await wu.presses('重新打开')
  await wu.sees('写一句再发。')
  await wu.types('还差什么', '门轴换了，可是锁还是扣不住。')
  await wu.presses('重新打开')
  await wu.sees('又打开过一次')
  await wu.sees('门轴换了，可是锁还是扣不住。')
  await guo.sees('门轴换了，可是锁还是扣不住。', 2_000)
  await guo.sees('又打开过一次')
})

scene('the answer is lost on the way back: pressed once, one request comes of it', async (stage) => {
  const text = '雨棚漏水，正好滴在门禁上，刷卡没反应。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await complains(wu, text)
  await wu.losesNextReply('/service-requests')
  await wu.presses('发出去')
  await wu.sees('还没有人回应')
  assert.equal(await countOf(stage, text), 1)
})

scene('a private matter is 吴女士’s and the committee’s alone', async (stage) => {
  const text = '孩子放学没人接，想请居委帮忙想想办法。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await complains(wu, text)
  await wu.presses('求助')
  await wu.presses('只给居委')
  await wu.presses('发出去')
  await wu.sees('只有您、居委书记主任和经办的人看得到')
  const shen = await stage.enters('沈女士', { as: 'shen' })
  await shen.opens('/home')
  await shen.doesNotSee(text)
  await shen.opens(wu.path)
  await shen.sees('这里没有您能看的事')
  const guo = await guoOpens(stage, text)
  await guo.sees('只给居委看')
})

scene('with keys alone a complaint is made, answered, solved and confirmed', async (stage) => {
  const text = '电梯厅的玻璃裂了一道，怕掉下来伤人。'
  const wu = await stage.enters('吴女士', { as: 'wu', keyboard: true })
  await complains(wu, text)
  await wu.presses('发出去')
  await wu.sees(text)
  const guo = await guoOpens(stage, text, true)
  await guo.types('您的回应', '今天先贴上胶带围好，玻璃明天到货就换。')
  await guo.presses('回应')
  await opensAgain(guo, text)
  await guo.presses('写结果')
  await guo.presses('办好了')
  await guo.types('结果是什么', '玻璃换好了，胶带也撤了。')
  await guo.presses('写好结果，请本人确认')
  await wu.presses('确认解决')
  await wu.sees('确认解决了')
})

scene('at night 郭书记 answers from the phone', async (stage) => {
  const text = '地下车库的卷帘门半夜自己升起来，关不下去。'
  const wu = await stage.enters('吴女士', { as: 'wu' })
  await complains(wu, text)
  await wu.presses('发出去')
  const guo = await stage.enters('郭书记', { as: 'guo', device: 'phone' })
  await guo.opens('/')
  await opensAgain(guo, text)
  await guo.presses('回应')
  await guo.types('您的回应', '我请值班的周师傅现在下去看，十分钟内回您。')
  await guo.presses('回应')
  await wu.sees('十分钟内回您', 2_000)
})
