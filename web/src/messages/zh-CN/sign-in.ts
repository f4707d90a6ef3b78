const chinese = {
  title: '用手机号进',
  intro: '填手机号，收一条验证码，就进来了。不用记密码。',
  introRegister: '先验一下手机号，居委答复也发到这里。填完接着登记。',
  elderPhone: '您的手机号是多少？',
  elderCode: '短信里的 6 位数字是多少？',
  phone: '手机号',
  code: '验证码',
  codeHint: (phone: string) => `发到 ${phone} 了，6 位数字，5 分钟内有效。`,
  getCode: '收验证码',
  again: '再发一次',
  againIn: (seconds: number) => `${seconds} 秒后可以再发`,
  changePhone: '换一个手机号',
  enter: '进去',
  goOn: '接着登记',
  wechat: '用微信进',
  or: '或者',
  privacy: '手机号加密存着，邻居看不到。',
  errors: {
    'mobile-number-malformed': '手机号是 11 位，1 开头。请再看一眼，填的还在。',
    'code-wrong': '对不上，请再看一眼短信。',
    'code-spent': '这条验证码用不了了，请再发一次。',
    'code-short': '验证码是 6 位数字。',
    limited: (seconds: number) =>
      seconds > 90 ? `发得太多了，${Math.ceil(seconds / 60)} 分钟后再试。` : `刚发过，${seconds} 秒后可以再发。`,
  },
  failed: '没办成',
  wechatTitle: '微信进门',
  wechatGoing: '正在跟微信核对，马上就好。',
  wechatFailed: '微信没认出来',
  wechatErrors: {
    'wechat-state-unknown': '这一页放得太久了，请从头再进一次。',
    'wechat-code-spent': '微信的凭证只能用一次，请从头再进一次。',
    'wechat-snapshot-user':
      '您在微信里用的是“仅浏览”，微信没有告诉我们您是谁。请点微信右下角的“使用完整服务”，或者用手机号进。',
  },
  wechatRefused: '您没有同意微信登录，什么都没留下。',
  byPhone: '用手机号进',
  lostTitle: '手机丢了，微信也登不上？',
  lost: '带身份证到居委会柜台，工作人员当面核对，当场换上新手机号，说过的、登记过的都还在。居委的电话，扫小区门口的码就看得到。',
  demo: '回演示首页',
}

export default chinese
