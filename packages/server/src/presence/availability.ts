import type { Availability } from '@portico/protocol/availabilities'

/** With colleagues only, or with somebody from outside. */
export type Conversations = 'internal' | 'external'

export function isOpenTo(availability: Availability, conversations: Conversations): boolean {
  return availability === 'everybody' || (availability === 'internal' && conversations === 'internal')
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
