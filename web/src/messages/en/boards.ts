import type { Translation } from '../words.ts'
import type chinese from '../zh-CN/boards.ts'

const english: Translation<typeof chinese> = {
  replyCount: (count) => (count === 1 ? '1 reply' : `${count} replies`),
  forPlace: (place) => `For ${place}`,
}

export default english
