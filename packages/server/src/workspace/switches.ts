import type { Refusal } from '@portico/protocol/outcome'
import type { Direction, Shut, SwitchedOff } from '@portico/protocol/switches'
import { refuse } from '../platform/capability.ts'

type Off = readonly SwitchedOff[]

const isOff = (off: Off, what: SwitchedOff['what']): boolean => off.some((each) => each.what === what)

/** To begin needs the chat and its direction; to begin again what has ended, the same. */
export const mayBegin = (direction: Direction, off: Off): Refusal | undefined =>
  isOff(off, 'chat') || isOff(off, direction) ? refuse('switched-off') : undefined

/** What has begun goes on, whatever direction it had; with the whole chat nothing is said any more. */
export const maySpeak = (off: Off): Refusal | undefined => (isOff(off, 'chat') ? refuse('switched-off') : undefined)

/** What a visitor who has said nothing of himself is told. */
export function shutFor(direction: Direction, off: Off): Shut {
  if (isOff(off, 'chat')) return 'off'
  return isOff(off, direction) ? 'not-now' : null
}

export const afterSwitch = (off: Off, { what, isOn, at }: { what: SwitchedOff['what']; isOn: boolean; at: number }): Off => [
  ...off.filter((each) => each.what !== what),
  ...(isOn ? [] : [{ what, since: at }]),
]
