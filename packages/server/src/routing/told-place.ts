import type { Fleeting } from '@portico/protocol/fleeting'
import type { Estimate } from './estimate.ts'

type ToldPlace = Extract<Fleeting, { type: 'queue.place' }>

const MINUTE_MS = 60_000

/** In whole minutes, and never shorter than it was estimated: what changes by seconds is not told anew. */
export function toldPlace(estimate: Estimate, tells: 'estimate' | 'place'): ToldPlace {
  const { place } = estimate
  if (tells === 'place' || estimate.state !== 'estimated') return { type: 'queue.place', place, minutes: null }
  const from = Math.floor(estimate.fromMs / MINUTE_MS)
  return { type: 'queue.place', place, minutes: { from, to: Math.max(1, Math.ceil(estimate.toMs / MINUTE_MS)) } }
}
