import type { Persona } from './person-types.ts'

/** The doors of the demo page, in their order there. */
export const personas: readonly Persona[] = [
  { personId: 'wu', label: '居民', line: '说一件事，看它怎么被办好' },
  { personId: 'jin', label: '长辈版', line: '大字，读出来，看看今天谁说了什么' },
  { personId: 'lin', label: '还没登记', line: '扫门口的码，登记，等审核' },
  { personId: 'sun', label: '居委主任', line: '核对登记，一户一户放进来' },
  { personId: 'guo', label: '居民区书记', line: '谁还没被回应，先回最急的' },
  { personId: 'zhou', label: '物业', line: '接单，修好，请居民确认' },
  { personId: 'qin', label: '街道', line: '看得到街道里的每一个居村' },
  { personId: 'du', label: '区里', line: '打开任何一个小区，看原话' },
  { personId: 'lu', label: '楼组长', line: '替 42号楼的邻居留心，也答邻居的话' },
  { personId: 'gu', label: '居民', line: '问电梯的账，等一句明白话' },
  { personId: 'shen', label: '居民', line: '下晚班，盼小门晚一点锁' },
  { personId: 'ye', label: '居民区书记', line: '吴淞新城的书记，不管什么时候都要回' },
  { personId: 'shi-miaohang', label: '镇里', line: '庙行镇，接 20 路公交的呼声' },
  { personId: 'wu-newcomer', label: '还没登记', line: '名册上有她这一户，手机号换过了' },
]
