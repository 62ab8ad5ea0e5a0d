import type { OperatorId } from '@portico/protocol/ids'
import { type Full, type Limits, type Load, whyFull } from '../capacity/capacity.ts'
import { activeAt, type Candidate, chooseOperator, restsUntil, type Tier, type Wish } from './choose-operator.ts'

/** An operator of the channel, here or not. */
export type Member = Candidate & { load: Load; absent?: Absence }

type Absence = { why: 'away' | 'unavailable' | 'logged-out'; since?: number }

/** Where somebody would come in the order of offers, and why there. `drawn`: his equals might come first as well. */
export type Turn =
  | { operator: OperatorId; state: 'in-line'; place: number; tier: Tier; active: number; restsUntil?: number; drawn: boolean }
  | { operator: OperatorId; state: 'later' }
  | { operator: OperatorId; state: 'full'; why: Full }
  | { operator: OperatorId; state: 'absent'; why: Absence['why']; since?: number }

/** Each place asks dispatch anew, and nobody is asked so late. */
export const ORDER_MAX = 50

/** Tiers in which nobody rests. */
const RESTLESS: readonly Tier[] = ['previous', 'everybody']

const LAST_DRAW = 1 - Number.EPSILON

/**
 * Who would get this visitor now, who next if he does not take it, and so on by the order that dispatch itself goes by, then those who have no
 * room and those who are not there. Of equals the first given stands first.
 */
export function offerOrder(members: readonly Member[], wish: Wish, limits: Limits): readonly Turn[] {
  const here = members.filter(({ absent }) => !absent)
  return [
    ...inOrder(
      here.filter(({ load }) => !whyFull(load, limits)),
      wish,
    ),
    ...here.flatMap(({ id, load }) => {
      const why = whyFull(load, limits)
      return why ? [{ operator: id, state: 'full' as const, why }] : []
    }),
    ...members.flatMap(({ id, absent }) => (absent ? [{ operator: id, state: 'absent' as const, ...absent }] : [])),
  ]
}

/** Whoever does not take it is asked no more, and dispatch chooses among the others. */
function inOrder(candidates: readonly Member[], wish: Wish): readonly Turn[] {
  const left = [...candidates]
  const turns: Turn[] = []
  while (turns.length < ORDER_MAX) {
    const choice = chooseOperator(left, wish, () => 0)
    const chosen = left.find(({ id }) => id === choice?.operator)
    if (!choice || !chosen) break
    const until = RESTLESS.includes(choice.tier) ? undefined : restsUntil(chosen, wish.at)
    turns.push({
      operator: choice.operator,
      state: 'in-line',
      place: turns.length + 1,
      tier: choice.tier,
      active: activeAt(wish.at, chosen),
      ...(until !== undefined && { restsUntil: until }),
      drawn: chooseOperator(left, wish, () => LAST_DRAW)?.operator !== choice.operator,
    })
    left.splice(left.indexOf(chosen), 1)
  }
  return [...turns, ...left.map(({ id }) => ({ operator: id, state: 'later' as const }))]
}
