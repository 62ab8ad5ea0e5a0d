import type { Presence } from '@portico/protocol/presence'

export type UnavailableBecause = 'lowered' | 'chosen'

/** Why one is told that visitors do not count on one; undefined where nothing is to be said. */
export function unavailableBecause(
  own: Pick<Presence, 'availability' | 'loweredAt'> | undefined,
  repeats: boolean | undefined,
): UnavailableBecause | undefined {
  if (!own || own.availability === 'everybody') return undefined
  if (own.loweredAt !== null) return 'lowered'
  return repeats ? 'chosen' : undefined
}
