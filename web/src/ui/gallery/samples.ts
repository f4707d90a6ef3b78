import { stepsOf } from '../steps/step.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
export const ago = (minutes: number): string => minutesAgo(minutes).toISOString()

export const solved = stepsOf({
  submittedAt: ago(1200),
  readAt: ago(1197),
  answeredAt: ago(1188),
  resolvedAt: ago(300),
  confirmedAt: null,
})

export const running = stepsOf({
  submittedAt: ago(40),
  readAt: ago(34),
  answeredAt: ago(28),
  resolvedAt: null,
  confirmedAt: null,
})

/** A drawing in two tones instead of a photo. */
export const picture = (ground: string, front: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="${ground}" d="M0 0h4v3H0z"/><path fill="${front}" d="M0 3 1.6 1.2 3 3zM2 3l1.1-1.1L4 3z"/></svg>`,
  )}`

export const pictures = [
  { key: 'a', src: picture('slategray', 'darkslategray'), alt: '92号楼北侧步道，三盏灯都不亮' },
  { key: 'b', src: picture('tan', 'sienna'), alt: '接线盒进水' },
] as const
