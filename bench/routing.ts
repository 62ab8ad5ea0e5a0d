import { measured, type Bench } from './measure.ts'
import { erlangWait } from './routing/erlang-c.ts'
import { simulateDesk, type Desk } from './routing/simulate-desk.ts'

// The mean wait of 200,000 conversations at this load scatters by a tenth around its law, that of four times as many by half of it.
const DESKS = 4
const CONVERSATIONS = 200_000
const OPERATORS = 50
const LIMIT = 2
const LOAD = 0.9
const TOLD_ONE_OF = 64

/** Desks at nine tenths of what they can hold, worked by the hearts of routing: is everybody served as soon as possible, in turn, and told the truth? */
export const run: Bench = async ({ seed, progress }) => {
  const desks: Desk[] = []
  for (let number = 0; number < DESKS; number++) {
    const desk = {
      seed,
      number,
      operators: OPERATORS,
      limit: LIMIT,
      load: LOAD,
      conversations: CONVERSATIONS,
      toldOneOf: TOLD_ONE_OF,
    }
    desks.push(await simulateDesk({ ...desk, progress: (text) => progress(`desk ${number + 1} of ${DESKS}: ${text}`) }))
  }
  const sum = (of: (desk: Desk) => number) => desks.reduce((total, desk) => total + of(desk), 0)
  const shop = `${OPERATORS} operators of ${LIMIT}, load ${LOAD}`
  const note = `${DESKS} times ${CONVERSATIONS} conversations, ${shop}; ${sum(({ waited }) => waited)} had to wait`
  const none = { of: 'value', atMost: 0 } as const
  const counted = { unit: 'conversations', limit: none, note }
  return [
    measured({ measure: 'given beyond a limit', value: sum(({ overLimit }) => overLimit), ...counted }),
    measured({
      measure: 'kept waiting while somebody had room',
      value: sum(({ waitedBesideRoom }) => waitedBesideRoom),
      ...counted,
    }),
    measured({ measure: 'waits unlike those of one queue before all', value: sum((desk) => desk.unlikePlainQueue), ...counted }),
    measured({
      measure: 'busiest to least busy of equals',
      unit: 'ratio',
      value: Math.max(...desks.map(({ mostUnequal }) => mostUnequal)),
      limit: { of: 'value', atMost: 1.2 },
      note,
    }),
    measured({
      measure: 'mean wait beside Erlang C',
      unit: 'mean lengths of a conversation',
      value: sum(({ meanWait }) => meanWait) / DESKS,
      baseline: sum(({ slots, traffic }) => erlangWait(slots, traffic)) / DESKS,
      limit: { of: 'ratio', atLeast: 0.9, atMost: 1.1 },
      note,
    }),
    measured({
      measure: 'waits inside the interval told at their beginning',
      unit: 'share',
      value: sum(({ inside }) => inside) / sum(({ told }) => told),
      limit: { of: 'value', atLeast: 0.75, atMost: 0.9 },
      note: `${sum(({ told }) => told)} of those who had to wait were told one, ${shop}`,
    }),
  ]
}
