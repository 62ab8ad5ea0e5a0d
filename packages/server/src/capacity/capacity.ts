import type { Fault } from '@portico/protocol/faults'

/** How many conversations an operator contributes to that have not ended. */
export type Load = { inChannel: number; inAll: number; inCallSince?: number }

export type Limits = { inChannel: number | 'unlimited'; inAll: number | 'unlimited'; duringCalls: 'allowed' | 'blocked' }

export type Full = 'in-call' | 'full-in-channel' | 'full'

export type LimitFault = Fault<'not-a-limit'> & { place: 'inChannel' | 'inAll' }

/** Proposed where somebody asks for a limit. */
export const LIMIT_DEFAULT = 10

/** Why an operator can take no further conversation of this channel; undefined: he can. */
export function whyFull(load: Load, limits: Limits): Full | undefined {
  if (limits.duringCalls === 'blocked' && load.inCallSince !== undefined) return 'in-call'
  if (limits.inChannel !== 'unlimited' && load.inChannel >= limits.inChannel) return 'full-in-channel'
  return limits.inAll !== 'unlimited' && load.inAll >= limits.inAll ? 'full' : undefined
}

/** How many more conversations these operators can take in this channel; without limits, infinitely many. */
export function roomLeft(loads: readonly Load[], limits: Limits): number {
  return loads.filter((load) => !whyFull(load, limits)).reduce((room, load) => room + roomOf(load, limits), 0)
}

/** What keeps these limits from being saved. */
export function checkLimits(limits: Limits): readonly LimitFault[] {
  return (['inChannel', 'inAll'] as const)
    .filter((place) => limits[place] !== 'unlimited' && !(Number.isSafeInteger(limits[place]) && limits[place] > 0))
    .map((place) => ({ place, fault: 'not-a-limit', seen: `${limits[place]}` }))
}

function roomOf(load: Load, limits: Limits): number {
  return Math.min(left(limits.inChannel, load.inChannel), left(limits.inAll, load.inAll))
}

const left = (limit: number | 'unlimited', held: number) => (limit === 'unlimited' ? Number.POSITIVE_INFINITY : limit - held)
