import { operatorId, type OperatorId } from '@portico/protocol/ids'
import { parse } from '@portico/protocol/schema'
import { whyFull, type Limits } from '@portico/server/capacity/capacity'
import { chooseOperator, type Candidate, type Wish } from '@portico/server/routing/choose-operator'

type Held = { givenAt: number; stirredAt: number }

/** An operator of the simulation: the heart's candidate, whose conversations come and go in place. */
export type Worker = Omit<Candidate, 'held'> & { held: Held[]; given: number }

/** Those of a kind are equals: what one of them gets, each of them may get. */
const KINDS: readonly { of: number; languages: readonly string[]; country: string; expertise: readonly string[] }[] = [
  { of: 0.4, languages: ['en'], country: 'GB', expertise: [] },
  { of: 0.3, languages: ['de', 'en'], country: 'DE', expertise: ['billing'] },
  { of: 0.2, languages: ['fr'], country: 'FR', expertise: ['billing', 'returns'] },
  { of: 0.1, languages: ['de'], country: 'AT', expertise: ['returns'] },
]

export function workersOf(operators: number): Worker[] {
  return KINDS.flatMap(({ of, ...kind }, index) =>
    Array.from({ length: Math.round(operators * of) }, (_, number) => ({
      ...kind,
      id: parse(operatorId, `operator-${index}-${number}`),
      held: [],
      left: [],
      given: 0,
    })),
  )
}

export function equalsAmong(workers: readonly Worker[]): readonly (readonly Worker[])[] {
  return [
    ...Map.groupBy(workers, ({ languages, country, expertise }) => JSON.stringify([languages, country, expertise])).values(),
  ]
}

/** Who comes; a tenth has been here before, and `returns` says to whom of those who were met lately. */
export type Visitor = { language: string; country: string; expertise: readonly string[]; returns: number | null }

export function anyVisitor(random: () => number): Visitor {
  return {
    language: pick(['en', 'en-US', 'de', 'fr', 'pl'], random),
    country: pick(['GB', 'DE', 'FR', 'AT', 'US'], random),
    expertise: random() < 0.3 ? [pick(['billing', 'returns'], random)] : [],
    returns: random() < 0.1 ? random() : null,
  }
}

export function wishOf({ returns, ...visitor }: Visitor, met: readonly { operator: OperatorId; at: number }[], at: number): Wish {
  const before = returns === null ? undefined : met[Math.floor(returns * met.length)]
  return { ...visitor, at, ...(before && { previous: { operator: before.operator, metAt: before.at } }) }
}

/** The operator who gets it, by the hearts alone: capacity says who may, dispatch who does. */
export function give(workers: readonly Worker[], { wish, limits, random }: { wish: Wish; limits: Limits; random: () => number }) {
  const candidates = workers.filter(({ held }) => whyFull({ inChannel: held.length, inAll: held.length }, limits) === undefined)
  const chosen = chooseOperator(candidates, wish, random)
  return chosen && candidates.find(({ id }) => id === chosen.operator)
}

function pick<T>(list: readonly [T, ...T[]], random: () => number): T {
  return list[Math.floor(random() * list.length)] ?? list[0]
}
