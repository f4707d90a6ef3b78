import type { ServiceRequestKind } from '@shequtong/domain/service-requests/states'

/** One thing that goes wrong in a compound, and what is said about it. `{…}` is where the words of a place or a day come in. */
export interface Matter {
  readonly kind: ServiceRequestKind
  readonly trouble: string
  readonly answer: string
  readonly result: string
}

export const matters: readonly Matter[] = [
  {
    kind: 'matter',
    trouble: '{楼道}的灯不亮了，晚上上下楼看不清台阶。',
    answer: '电工{时候}带灯管上门，一层一层查。',
    result: '{楼道}换了三只声控灯，晚上试过都亮。',
  },
  {
    kind: 'complaint',
    trouble: '{楼道}堆了纸箱和旧家具，过不去轮椅。',
    answer: '{时候}和楼组长一起上门，请这户三天内搬走。',
    result: '纸箱和旧家具当天清走了两车，通道量过一米二。',
  },
  {
    kind: 'help',
    trouble: '家里老人出院，{楼道}没有扶手，想请人看看怎么上楼。',
    answer: '助老员{时候}带爬楼机过来，先送老人上楼。',
    result: '老人已经送到家，一楼到三楼装了两侧扶手。',
  },
  {
    kind: 'suggestion',
    trouble: '{地方}空着一块地，能不能放两张长椅，老人走累了歇歇脚。',
    answer: '这块地归小区，{时候}请园艺师傅量尺寸，样子贴出来给大家看。',
    result: '两张靠背长椅装在树荫下，底座打了混凝土。',
  },
  {
    kind: 'complaint',
    trouble: '{地方}半夜有人打牌放音乐，已经好几个晚上睡不着。',
    answer: '社区民警和我们{时候}一起去劝，约定晚上十点以后散场。',
    result: '打牌的几位签了约定，连着一周十点后去看都没有人。',
  },
  {
    kind: 'matter',
    trouble: '{地方}的窨井盖翘起来了，孩子跑过差点绊倒。',
    answer: '先放了锥桶围起来，市政抢修{时候}到。',
    result: '窨井盖换成防沉降的，四周用水泥补平。',
  },
  {
    kind: 'matter',
    trouble: '{楼道}的防盗门关不上，外面的人随便进。',
    answer: '门禁师傅{时候}来调闭门器，坏了就换。',
    result: '换了新的闭门器和锁舌，推开松手会自己关上。',
  },
  {
    kind: 'complaint',
    trouble: '电瓶车又停进{楼道}充电，看着害怕。',
    answer: '{时候}和物业把车推出来，通知车主到车棚充电。',
    result: '飞线剪掉了，车主在车棚办了充电卡。',
  },
  {
    kind: 'suggestion',
    trouble: '{地方}早上接送孩子的车堵成一团，能不能画个单行线？',
    answer: '请交警{时候}来看现场，画线方案先听大家说。',
    result: '单行箭头和禁停黄线画好，早上排队从二十分钟减到五分钟。',
  },
  {
    kind: 'help',
    trouble: '独居的爷叔今天没出门，敲门没人应，在{楼道}。',
    answer: '楼组长和社区医生马上上门，已经联系他女儿。',
    result: '爷叔是耳机没摘，人平安，给门上装了闪光门铃。',
  },
  {
    kind: 'matter',
    trouble: '{楼道}的水管漏水，墙皮掉了一大片。',
    answer: '关了支阀，水工{时候}换管子，停水两小时会贴通知。',
    result: '换了两米铸铁管，墙面铲掉重新批了腻子。',
  },
  {
    kind: 'complaint',
    trouble: '垃圾厢房太晚才清，{地方}味道飘得到处都是。',
    answer: '和保洁公司说定每天多清一次，{时候}起我们去看。',
    result: '晚上八点半加了一趟清运，厢房地面每天冲洗。',
  },
  {
    kind: 'suggestion',
    trouble: '希望在{地方}装一个直饮水机，孩子玩完有水喝。',
    answer: '问了街道的惠民项目，{时候}来测水压和电源。',
    result: '直饮水机装好通水，每月换一次滤芯，记录贴在机身上。',
  },
  {
    kind: 'matter',
    trouble: '{地方}的健身器材松了，踩上去晃得厉害。',
    answer: '先贴了停用的条子，厂家{时候}来紧固。',
    result: '漫步机换了轴承，其余六件都紧过螺丝。',
  },
  {
    kind: 'help',
    trouble: '刚搬来，想问{地方}的快递柜怎么收费、几点有人在？',
    answer: '头二十四小时不收钱，超过每天五角，管理员八点到八点在。',
    result: '收费的牌子重新贴在柜子正面，字放大了一倍。',
  },
  {
    kind: 'complaint',
    trouble: '楼上装修双休日也敲墙，{楼道}的老人心脏受不了。',
    answer: '按规定双休日不能施工，{时候}上门告诉装修队。',
    result: '装修队停了双休日的活，工期表贴在单元门口。',
  },
]

export const corridors: readonly string[] = [
  '一楼门厅',
  '二楼到三楼的楼道',
  '四楼转角',
  '顶楼平台',
  '地下车库入口',
  '信报箱旁边',
]
export const grounds: readonly string[] = [
  '小区南门口',
  '中心花园',
  '垃圾厢房旁',
  '儿童滑梯那边',
  '西边围墙下',
  '停车场里',
]
export const soon: readonly string[] = ['今天下午', '明天上午', '后天一早', '这个周五', '今晚七点前']
export const since: readonly string[] = [
  '前天开始的。',
  '有一个多星期了。',
  '上个月就这样了。',
  '昨晚刚发现。',
  '',
  '我拍了照片。',
]

export const receipts: readonly string[] = ['收到', '好的，收到了', '谢谢反映']
export const neighbourWords: readonly string[] = [
  '我们这边也是，每天都要经过。',
  '昨天看到有人来量过尺寸了。',
  '我家楼下也有，一起说一声。',
  '前两年修过一次，后来又坏了。',
  '可以先从东边绕一下。',
  '要帮忙的话我周末在家。',
  '谢谢说出来，我还以为只有我家这样。',
  '老人走那边真的不方便。',
]
export const askerWords: readonly string[] = [
  '就在信箱对面那一盏。',
  '早上七点到八点最明显。',
  '我明天在家，随时可以上门。',
  '补一句：晚上更厉害。',
]
export const questions: readonly string[] = ['请问是哪一层，靠近几号门？', '方便什么时候让师傅上门看？']
export const reopenings: readonly string[] = ['修好两天又坏了，还是老样子。', '只弄了一半，另一边没有动。']
export const handOvers: readonly string[] = ['归物业维修，请水电班去看。', '公共部位的设备，由物业的工程部处理。']

/** What is said on the boards where no clock runs. */
export const postWords: readonly string[] = [
  '家里多了一辆儿童自行车，八成新，要的邻居来拿。',
  '周六上午在活动室学包粽子，材料大家带一点。',
  '有没有一起晨跑的邻居？六点半南门口集合。',
  '捡到一串钥匙，挂了个小熊，放在门卫室。',
  '想找人一起给孩子请羽毛球教练，两三个孩子正好。',
  '谁家有多的花盆，想在阳台种点小葱。',
  '今天的晚霞真好看，站在中心花园拍的。',
  '推荐菜场进门左手第二家，豆腐很新鲜。',
  '周日下午换书，带一本换一本，在活动室。',
  '请问附近修拉链的师傅搬到哪里去了？',
]
export const postReplies: readonly string[] = [
  '我要，晚上来拿可以吗？',
  '算我一个。',
  '好主意，支持。',
  '我家也有，一起带过来。',
  '谢谢，已经找到了。',
  '下次早点说，我也想来。',
  '在南门右手边，走五分钟。',
  '孩子很喜欢，谢谢。',
]

/** `words` with each `{…}` replaced by what it stands for; a word that stands for nothing is a mistake in this file. */
export const said = (words: string, by: Readonly<Record<string, string>>): string =>
  words.replaceAll(/\{(.+?)\}/g, (_, name: string) => {
    const found = by[name]
    if (found === undefined) throw new RangeError(`no words for ${name}`)
    return found
  })
