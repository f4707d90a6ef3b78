const chinese = {
  more: '再看早一点的',
  end: '就这些了。',
  newUntilHere: (count: number) => `您上次来之后，多了上面 ${count} 条`,
}

export default chinese
