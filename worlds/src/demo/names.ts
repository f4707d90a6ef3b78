import type { Random } from '../random.ts'

export type Sex = 'female' | 'male'

/** Common surnames with their rough share in per mille; invented persons carry them. */
const surnames: readonly (readonly [string, number])[] = [
  ...weigh('王李张', 70),
  ...weigh('陈刘杨', 45),
  ...weigh('黄周吴徐朱', 28),
  ...weigh('沈孙陆胡高林何郭马顾', 17),
  ...weigh('罗宋郑谢韩唐冯于董萧程曹袁邓许傅曾彭吕苏', 10),
  ...weigh(
    '卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金郝孔白崔康毛邱秦江史侯邵孟龙万段钱汤尹黎常武乔贺赖龚',
    5,
  ),
]

function weigh(characters: string, weight: number): (readonly [string, number])[] {
  return [...characters].map((character) => [character, weight] as const)
}

/** Characters of given names by the decades in which they were usual. */
const characters: Readonly<Record<Sex, readonly { readonly bornBefore: number; readonly of: string }[]>> = {
  female: [
    { bornBefore: 1966, of: '桂珍凤英秀兰美娟惠芳佩琴雅芬玉莲月娣' },
    { bornBefore: 1984, of: '红燕丽萍敏静慧芳晓玲琳洁蓉海莉文娟' },
    { bornBefore: 2100, of: '雨欣思佳怡梦诗琪语嘉宁悦晨若涵一舒' },
  ],
  male: [
    { bornBefore: 1966, of: '国华建明德兴福根宝林永康志成荣金海' },
    { bornBefore: 1984, of: '伟军强斌勇俊峰杰磊涛晓东立宏建文' },
    { bornBefore: 2100, of: '浩宇子轩嘉俊逸晨博文天佑思远一凡泽' },
  ],
}

export const surnameFrom = (random: Random): string => random.weighted(surnames)

/** One or two characters; one in six has a single character. */
export const givenNameFrom = (random: Random, sex: Sex, birthYear: number): string => {
  const pool = [...(characters[sex].find((era) => birthYear < era.bornBefore)?.of ?? '')]
  const first = random.pick(pool)
  return random.chance(1 / 6) ? first : first + random.pick(pool.filter((character) => character !== first))
}

/** How neighbours address someone: 吴女士, 卢阿姨, 顾老伯, 小徐. */
export const addressOf = (random: Random, surname: string, sex: Sex, age: number): string => {
  if (age < 32 && random.chance(0.5)) return `小${surname}`
  if (sex === 'female') return age >= 56 ? `${surname}阿姨` : `${surname}女士`
  if (age >= 68) return `${surname}老伯`
  return age >= 60 ? `${surname}师傅` : `${surname}先生`
}
