import type { Actor } from '../actor.ts'
import { openBudget } from './budget.ts'
import type { Limit, LimitHits } from './limit-hits.ts'
import { OF_ADDRESS, OF_CONNECTION, OF_OPERATOR, OF_VISITOR } from './limits.ts'

/** Whose budget something is taken from: of an address those pay together whom nobody knows. */
export type Payer = { of: 'connection' | 'address' | 'visitor' | 'operator'; key: string }

type Payments = {
  /** How long all of them have to wait, in ms; 0 has paid. */
  pay: (payers: readonly Payer[], bytes: number, now: number) => number
  giveBack: (payer: Payer, bytes: number) => void
  forget: (payer: Payer) => void
}

/** What may be said and asked on this node, before anybody looks at what it is. */
export function openPayments(limitHits: LimitHits): Payments {
  const budgets = {
    connection: openBudget(OF_CONNECTION),
    address: openBudget(OF_ADDRESS),
    visitor: openBudget(OF_VISITOR),
    operator: openBudget(OF_OPERATOR),
  }

  return {
    pay: (payers, bytes, now) => {
      for (const [i, { of, key }] of payers.entries()) {
        const waitMs = budgets[of].take(key, bytes, now)
        if (waitMs === 0) continue
        for (const paid of payers.slice(0, i)) budgets[paid.of].giveBack(paid.key, bytes)
        limitHits.hit(SPENT[of])
        return waitMs
      }
      return 0
    },
    giveBack: ({ of, key }, bytes) => budgets[of].giveBack(key, bytes),
    forget: ({ of, key }) => budgets[of].forget(key),
  }
}

/** A visitor whom the server has known before, an operator with a session. */
export const knownPayer = ({ kind, id }: Actor): Payer => ({ of: kind === 'operator' ? kind : 'visitor', key: id })

const SPENT: Record<Payer['of'], Limit> = {
  connection: 'frames-of-connection',
  address: 'frames-of-address',
  visitor: 'frames-of-visitor',
  operator: 'frames-of-operator',
}
