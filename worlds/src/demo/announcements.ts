import type { BoardKind } from '@shequtong/domain/boards/boards'
import type { CommunityRole } from '@shequtong/domain/roles/roles'
import { addDays, addMs, dateOnIn, type Instant, msPerDay, msPerMinute } from '@shequtong/domain/time'
import type { PersonId } from './person-types.ts'
import type { DemoCommunityKey } from './territory-types.ts'

/** Readable by everyone, before registration too. */
export interface DemoAnnouncement {
  readonly key: string
  readonly community: DemoCommunityKey
  readonly by: PersonId
  readonly publishedAt: Instant
  /** 社区公告 and its kind: on which board it stands. */
  readonly board: BoardKind
  readonly title: string
  readonly text: string
  readonly replies: readonly {
    readonly by: PersonId
    readonly afterMinutes: number
    readonly text: string
    /** Named in the text with an @ and these words. */
    readonly names?: { readonly role: CommunityRole; readonly words: string }
  }[]
}

/** `11 月 26 日（周四）`, `days` after the day on which the world ends. */
const dayWords = (endsAt: Instant, days: number): string => {
  const on = addDays(dateOnIn(endsAt), days)
  const weekday = '日一二三四五六'.charAt(new Date(`${on}T00:00:00Z`).getUTCDay())
  return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日（周${weekday}）`
}

/** Days from the day of `endsAt` to the first `weekday` (0 = Sunday) after `atLeast` days. */
const daysTo = (endsAt: Instant, weekday: number, atLeast: number): number => {
  const today = new Date(`${dateOnIn(endsAt)}T00:00:00Z`).getUTCDay()
  return atLeast + ((weekday - today - atLeast + 14) % 7)
}

/** What hangs on the public page of each community when the world ends; dates in the words follow `endsAt`. */
export const announcements = (endsAt: Instant): readonly DemoAnnouncement[] => {
  const ago = (days: number, minutes = 0) => addMs(endsAt, -days * msPerDay - minutes * msPerMinute)
  const day = (days: number) => dayWords(endsAt, days)
  const saturday = day(daysTo(endsAt, 6, 2))
  const wednesday = day(daysTo(endsAt, 3, 2))
  const one = (
    key: string,
    community: DemoCommunityKey,
    by: PersonId,
    publishedAt: Instant,
    title: string,
    text: string,
    board: BoardKind = 'announcements',
    replies: DemoAnnouncement['replies'] = [],
  ): DemoAnnouncement => ({ key, community, by, publishedAt, title, text, board, replies })
  return [
    one(
      'water-stop',
      'baoshan-9',
      'sun',
      ago(0, 418),
      `${day(3)} 9:00 到 15:00 北块停水`,
      '北块总阀门用了二十二年，这次换新的。停水从上午九点到下午三点，请前一晚存一点水。家里有行动不便老人的，告诉我们，送水上门。',
      'announcements',
      [
        { by: 'zhou', afterMinutes: 9, text: '电梯不受影响，照常开。消防水另走一路，也不停。' },
        {
          by: 'wu',
          afterMinutes: 62,
          text: '@居委主任 我家没有大桶，那天能借一个存水吗？',
          names: { role: 'committeeDirector', words: '居委主任' },
        },
      ],
    ),
    one(
      'mending',
      'baoshan-9',
      'lu',
      ago(7),
      `${saturday}上午凉亭修小家电`,
      '卢阿姨牵头，三位会修电器的邻居上午九点到十一点半在凉亭。电饭煲、台灯、收音机都可以拿来，零件按进价算，手工不收钱。',
      'exchange',
      [
        {
          by: 'wu',
          afterMinutes: 35,
          text: '@居委主任 下雨的话还在凉亭吗？',
          names: { role: 'committeeDirector', words: '居委主任' },
        },
        { by: 'sun', afterMinutes: 95, text: '下雨就搬到居委活动室，桌子已经留好了。' },
      ],
    ),
    one(
      'duty',
      'baoshan-9',
      'guo',
      ago(4, 90),
      '夜里有事找谁',
      '居委会每天二十点到次日八点都有人值守，在社区通上 @ 值守的人就行。漏水、停电、电梯困人，先打物业二十四小时报修，再告诉我们。',
    ),
    one(
      'handrails',
      'baoshan-9',
      'zhou',
      ago(9, 200),
      '楼道扶手逐栋检查',
      '从 36号楼开始，一天查三栋，松的当天固定。查过的门栋会贴一张签了名的单子，漏了哪一层请在社区通上说。',
      'property',
    ),
    one(
      'clinic',
      'baoshan-9',
      'luo-doctor',
      ago(2, 300),
      `${wednesday}上午量血压、看药`,
      '罗医生上午九点到十一点在居委活动室，请把家里正在吃的药一起带来，看看有没有重复的、过期的。',
      'familyDoctor',
    ),
    one(
      'party-rubbish',
      'baoshan-9',
      'guo',
      ago(6, 240),
      '周末的垃圾房，党员先轮着看',
      '垃圾房周末没人清运，物业十二月起加一班车。这之前党员轮流看两个上午，愿意一起的邻居直接在下面说。',
      'party',
    ),
    one(
      'guide-cards',
      'baoshan-9',
      'sun',
      ago(20, 30),
      '办敬老卡要带什么',
      '满六十五岁，带身份证和一张两寸照片，到街道社区事务受理中心办，当场能取。走不动的打居委电话，我们约好日子上门帮您填。',
      'guide',
    ),
    one(
      'yard-cleared',
      'gongkang-2',
      'shao',
      ago(3, 120),
      '活动室背后的空地先清出来',
      '金阿姨提的那块空地，杂物已经清走，灭鼠也做了。接下来怎么用，会请大家一起商量，想法请直接写在她那条下面。',
    ),
    one(
      'large-print',
      'gongkang-2',
      'meng',
      ago(18),
      '通知都用大字了',
      '三个门口的通知从这个月起都用大字，一张只说一件事。手机上看不清的，打开长辈版，可以读出来听。',
    ),
    one(
      'gas-check',
      'tonghe-4',
      'cui',
      ago(5, 60),
      `${day(4)}起逐户查燃气软管`,
      '燃气公司上门会戴工牌，居委有人陪着，不收钱也不卖东西。白天家里没人的，可以约晚上六点到八点。',
    ),
    one(
      'lift-rescue',
      'wusong',
      'ye',
      ago(12, 45),
      '电梯对讲都试过了',
      '八部电梯的对讲逐部试呼，都有人应。以后每月一号早上再试一遍，结果贴在轿厢里。',
    ),
  ]
}
