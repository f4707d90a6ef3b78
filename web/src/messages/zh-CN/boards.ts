const chinese = {
  replyCount: (count: number) => `${count} 条回复`,
  forPlace: (place: string) => `发给${place}`,
}

export default chinese
