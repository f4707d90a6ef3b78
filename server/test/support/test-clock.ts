import type { Clock } from '../../src/platform/clock.ts'

/** A clock that stands until the test moves it. It starts on a Monday evening in Shanghai. */
export class TestClock implements Clock {
  private at = new Date('2026-11-23T19:42:00+08:00')

  now(): Date {
    return this.at
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = by
    this.at = new Date(this.at.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
  }

  set(at: Date): void {
    this.at = at
  }
}
