import { STEP } from './week-days.ts'

const HOUR = 60

/** By a quarter to the next one, by an hour, or as far as it goes; other keys move nothing. */
export function movedBy(key: string, { least, now, most }: { least: number; now: number; most: number }): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.floor(now / STEP) * STEP + STEP
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.ceil(now / STEP) * STEP - STEP
    case 'PageUp':
      return now + HOUR
    case 'PageDown':
      return now - HOUR
    case 'Home':
      return least
    case 'End':
      return most
    default:
      return undefined
  }
}
