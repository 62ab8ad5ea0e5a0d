import { refuse, type Event, type Subject } from '@portico/server/platform/capability'
import type { Db } from '@portico/server/platform/db/database'
import { deliver } from '@portico/server/platform/deliveries'
import { schedule } from '@portico/server/platform/due'
import { reaction } from '@portico/server/platform/reactions'
import type { AnyCapability } from '@portico/server/platform/registry'

declare module '@portico/server/platform/db/database' {
  interface Tables {
    toy_answer: { toy: string; n: number }
  }
}

export type ToyCommand =
  /** Toys whose name begins with "bad" are answered from the second on, those whose name begins with "lost" are not there. */
  | { type: 'toy.begin'; toys: readonly string[]; n: number }
  | { type: 'toy.wind-up'; toy: string; n: number; at: number }
  | { type: 'toy.answer'; toy: string; n: number }
  /** A parcel to each of them, by way of a carrier. */
  | { type: 'toy.send'; toys: readonly string[]; n: number; carrier: string }
type ToyEvent =
  | { type: 'toy.begun'; toy: string; n: number; name: string }
  | { type: 'toy.answered'; toy: string; n: number }
  | Wound
  | Sent
type Sent = { type: 'toy.sent'; toy: string; n: number; carrier: string; at: number }
type Wound = { type: 'toy.wound-up'; toy: string; n: number; at: number }

/** A text that events carry and rows must not. */
export const TOY_NAME = 'A name that nobody else has'

const subject = ({ toy }: { toy: string }) => [`command:${toy}`] as const
const events = (...made: ToyEvent[]) => made as never as Event[] // of the test's own kind

/** Each toy that is begun is answered by a reaction, or later by a due command; each answer is a row. */
export const toys: AnyCapability = {
  name: 'toys',
  migrations: [
    {
      name: 'toys',
      up: async (db) => {
        await db.schema
          .createTable('toy_answer')
          .addColumn('toy', 'text', (c) => c.notNull())
          .addColumn('n', 'integer', (c) => c.notNull())
          .execute()
      },
    },
  ],
  subjects: { 'toy.begin': () => [], 'toy.wind-up': subject, 'toy.answer': subject, 'toy.send': () => [] },
  commands: {
    'toy.begin': async (_tx, { toys: begun, n }: ToyCommand & { type: 'toy.begin' }) =>
      events(...begun.map((toy) => ({ type: 'toy.begun', toy, n, name: TOY_NAME }) as const)),
    'toy.wind-up': async (_tx, command: ToyCommand & { type: 'toy.wind-up' }) => events({ ...command, type: 'toy.wound-up' }),
    'toy.send': async (_tx, { toys: sent, n, carrier }: ToyCommand & { type: 'toy.send' }, { now }) =>
      events(...sent.map((toy) => ({ type: 'toy.sent', toy, n, carrier, at: now() }) as const)),
    'toy.answer': async (_tx, { toy, n }: ToyCommand & { type: 'toy.answer' }) => {
      if (toy.startsWith('lost')) return refuse('not-found')
      if (toy.startsWith('bad') && n < 2) throw new Error(`nothing comes of ${toy}`)
      return events({ type: 'toy.answered', toy, n })
    },
  },
  writes: {
    'toy.sent': async (tx, { toy, n, carrier, at }: Sent) => {
      await deliver(tx, { kind: 'toy.parcel', capability: 'toys', to: toy, ids: { toy, n }, at, destination: carrier })
    },
    'toy.begun': async () => {},
    'toy.wound-up': async (tx, { toy, n, at }: Wound) => {
      const command = { type: 'toy.answer', toy, n } as never // of the test's own kind
      await schedule(tx, { key: `toy:${toy}`, capability: 'toys', about: aboutToy(toy), at, command })
    },
    'toy.answered': async (tx, { toy, n }: ToyEvent & { type: 'toy.answered' }) => {
      await tx.insertInto('toy_answer').values({ toy, n }).execute()
    },
  },
  broadcasts: { 'toy.begun': () => [], 'toy.wound-up': () => [], 'toy.answered': () => [], 'toy.sent': () => [] },
  security: 'none',
  reactions: {
    'toy.begun': reaction({
      about: ({ toy }: ToyEvent & { type: 'toy.begun' }) => aboutToy(toy),
      keep: ({ toy, n }: ToyEvent & { type: 'toy.begun' }) => ({ toy, n }),
      answer: async (_db, kept) => [{ type: 'toy.answer', ...kept } as never], // of the test's own kind
    }),
  },
}

const aboutToy = (toy: string): Subject => `command:${toy}`

export const answersOf = (db: Db) => db.selectFrom('toy_answer').selectAll().orderBy('toy').orderBy('n').execute()
