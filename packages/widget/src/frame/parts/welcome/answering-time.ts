import { fill } from '../../../messages/words.ts'

const MINUTE_MS = 60_000
const MINUTES_OF_HOUR = 60

/** How fast the first answer usually comes, rounded up: nobody is disappointed by a shorter wait. */
export function answeringTime({ answersInMs, locale, text }: { answersInMs: number; locale: string; text: string }): string {
  const minutes = Math.max(1, Math.ceil(answersInMs / MINUTE_MS))
  const [count, unit] = minutes < MINUTES_OF_HOUR ? [minutes, 'minute'] : [Math.ceil(minutes / MINUTES_OF_HOUR), 'hour']
  return fill(text, { time: new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count) })
}
