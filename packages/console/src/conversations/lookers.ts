import type { OperatorId } from '@portico/protocol/ids'

/** Said again so often while somebody looks. */
export const SAID_AGAIN_MS = 15_000
/** After so long without a word nobody looks any more: two of them may be lost. */
export const SHOWN_MS = 40_000

export type Looker = { id: OperatorId; name: string; heardAt: number }
type Heard = { who: { id: OperatorId; name: string }; looks: boolean }

/** Who looks at a conversation beside me, after one of them was heard; in the order in which they came. */
export function afterHearing(lookers: readonly Looker[], { who, looks }: Heard, now: number): readonly Looker[] {
  const others = lookers.filter(({ id }) => id !== who.id)
  if (!looks) return others
  const heard = { id: who.id, name: who.name, heardAt: now }
  return lookers.some(({ id }) => id === who.id)
    ? lookers.map((looker) => (looker.id === who.id ? heard : looker))
    : [...others, heard]
}

export const stillLooking = (lookers: readonly Looker[], now: number): readonly Looker[] =>
  lookers.filter(({ heardAt }) => now - heardAt < SHOWN_MS)
