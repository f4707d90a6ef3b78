const chinese = {
  title: '找居委会',
  call: (phone: string) => `打电话给居委：${phone}`,
  door: '上门',
  none: '居委的电话还没放上来',
  noneNote: '可以直接到居委会去',
  page: {
    title: '联系方式',
    note: '居民打哪个电话、到哪里找您',
    intro: '写在这里的，扫门口的码就能看到，不用登记。登记没通过、登不进来的人，也靠它找到您。',
    phone: '办公电话',
    phoneHint: '带区号，比如 021-5610××××转8。谁都能看到，别写私人手机。',
    address: '地址',
    addressHint: '比如：淞宝路 100 弄，小区正门旁',
    hours: '什么时候有人',
    hoursHint: '比如：每天 8:30–17:00，中午有人',
    save: '放上去',
    saved: '放上去了，居民马上就看得到。',
    preview: '居民看到的',
    errors: {
      'office-phone-malformed': '这个号码打不通的样子。请写固定电话，带区号；或者 400 号码。',
      'too-long': '太长了，80 个字以内。',
      'personal-data': '里面像有证件号或私人手机号。谁都看得到，请去掉。',
      other: '这里不对，请再看一眼。',
    },
  },
}

export default chinese
