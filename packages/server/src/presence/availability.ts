import { AVAILABILITIES, type Availability } from '@portico/protocol/presence'

/** With colleagues only, or with somebody from outside. */
export type Conversations = 'internal' | 'external'

export function isOpenTo(availability: Availability, conversations: Conversations): boolean {
  return availability === 'everybody' || (availability === 'internal' && conversations === 'internal')
}

/** The switch is one button: each press goes on, from the last value to the first. */
export function nextAvailability(availability: Availability): Availability {
  return AVAILABILITIES[(AVAILABILITIES.indexOf(availability) + 1) % AVAILABILITIES.length] ?? 'unavailable'
}

export type Login = { lowersAvailability: boolean; channelsPreferred: number }
export type Notice = 'lowered' | 'no-channel-preferred'

/** What becomes of the switch when its operator logs in, and what he is told. */
export function atLogin(
  availability: Availability,
  { lowersAvailability, channelsPreferred }: Login,
): { availability: Availability; notice?: Notice } {
  if (availability !== 'everybody') return { availability }
  if (lowersAvailability) return { availability: 'internal', notice: 'lowered' }
  return channelsPreferred === 0 ? { availability, notice: 'no-channel-preferred' } : { availability }
}
