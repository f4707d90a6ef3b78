import type { DateOn } from '../time.ts'

/** Below it a person joins and acts only through a guardian (Personal Information Protection Law, art. 31). Years. */
export const guardianBelowAgeYears = 14

/** From it on a person votes (Organic Law of Urban Residents' Committees, 2025 revision, art. 16). Years. */
export const voteFromAgeYears = 18

/**
 * Age on `on` in completed years (周岁), ≥ 0. A year is complete on the day AFTER the birthday: 从周岁生日的第二天起算
 * (法释〔2006〕1号 art. 2, written for criminal cases [found]; whether an election or a consent counts the birthday itself is
 * [open], and the later day is the one that protects a child). Someone born on 29 February completes the year on 1 March.
 */
export const ageOn = (birthOn: DateOn, on: DateOn): number => {
  const years = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return Math.max(0, on.slice(5) > birthOn.slice(5) ? years : years - 1)
}
