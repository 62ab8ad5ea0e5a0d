import type { Presence } from '@portico/protocol/presence'
import type { Steps } from './applier.ts'
import { upsert } from './upsert.ts'

export const presenceSteps = {
  settings: {
    'presence.changed': (view, { presence }) => ({ ...view, presences: upsert(view.presences, presence, byOperator) }),
  },
} satisfies Steps

const byOperator = {
  key: (presence: Presence) => presence.operator,
  before: (a: Presence, b: Presence) => a.operator < b.operator,
}
