import type { ChannelOptions } from '@portico/protocol/options'
import type { Account } from '@portico/testkit/account'
import { configure } from '@portico/testkit/configure'
import { hireAll } from '@portico/testkit/hire-all'
import { newId } from '@portico/protocol/new-id'
import type { CommandId } from '@portico/protocol/ids'
import { startNode, type NodeProcess } from '@portico/testkit/node-process'
import { MAIN, operator, visitor, type Operator, type Person, type Place, type Visitor } from '@portico/testkit/person'
import { OTHER } from '@portico/testkit/site'
import type { TestDatabase } from '@portico/testkit/test-database'
import { connectTo } from '@portico/testkit/toy-road'
import { expect } from 'vitest'
import { realClock } from '../platform/clock.ts'
import type { Db } from '../platform/db/database.ts'
import { must } from '../platform/must.ts'

const NAMES = ['Ann', 'Bob', 'Carla'] as const

/** Three nodes on PostgreSQL, or the one process that a file has; each operator is on a node of his own as far as there are any. */
export type DeskNodes = {
  db: Db
  nodes: number
  /** Each of Ann, Bob and Carla. */
  operators: () => readonly Operator[]
  root: () => Operator
  visit: (name: string) => Promise<Visitor>
  set: (changes: Partial<ChannelOptions>) => Promise<void>
  /** As if its power had gone. */
  kill: (node: number) => Promise<void>
  /** It is there again, and so is whoever was connected to it. */
  restart: (node: number) => Promise<void>
  nodeOf: (operator: Operator) => number
  /** He ends, as does his device. */
  vanish: (operator: Operator) => void
  comeBack: (operator: Operator) => Promise<void>
  faults: () => readonly string[]
  close: () => Promise<void>
}

export async function openDeskNodes(database: TestDatabase): Promise<DeskNodes> {
  const count = database.name === 'SQLite' ? 1 : NAMES.length
  let owner: Account | undefined
  const hired = await hireAll(database, NAMES, async ({ server, clock }, root) => {
    owner = root
    const run = (command: Parameters<typeof server.store.road.run>[0]['command']) =>
      server.store.road.run({ id: newId<CommandId>(), command, actor: root.actor, at: clock.now() })
    expect(await run({ type: 'channel.create', channel: OTHER, name: 'Wholesale' })).toEqual({ ok: true })
  })
  const nodes: NodeProcess[] = []
  const start = (port?: number) => startNode({ environment: database.environment, ...(port !== undefined && { port }) })
  for (let n = 0; n < count; n++) nodes.push(await start())
  const faults: string[] = []
  const db = connectTo(database)
  const people = new Set<Person>()
  const place = (n: number): Place => ({ url: must(nodes[n % count]).url, clock: realClock, people })
  const accounts = new Map(hired.map((account, n) => [account.id, { account, name: must(NAMES[n]), node: n % count }]))
  const enter = async ({ name, account, node }: { name: string; account: Account; node: number }) =>
    operator(place(node), name, account)
  const operators = await Promise.all([...accounts.values()].map(enter))
  const root = await operator(place(0), 'Root', must(owner))
  expect(await root.send({ type: 'availability.set', availability: 'unavailable' })).toEqual({ ok: true })
  // Who moves a request to another channel takes part there too.
  const joining = { type: 'channel.join', channel: OTHER, operator: must(hired[0]).id } as const
  expect(await root.send(joining)).toEqual({ ok: true })
  let visits = 0

  return {
    db,
    nodes: count,
    operators: () => operators,
    root: () => root,
    visit: (name) => visitor(place(visits++), name),
    set: async (changes) => {
      const reading = { server: { store: { reads: db } }, channel: MAIN, changes }
      expect(await configure(root.send, reading)).toEqual({ ok: true })
    },
    kill: async (n) => {
      const node = must(nodes[n])
      await node.kill()
      faults.push(...node.faults())
    },
    restart: async (n) => {
      nodes[n] = await start(must(nodes[n]).port)
      for (const { live } of people) live.tryNow()
    },
    nodeOf: ({ id }) => must(accounts.get(id)).node,
    vanish: (gone) => gone.leave(),
    comeBack: async (gone) => {
      operators[operators.findIndex(({ id }) => id === gone.id)] = await enter(must(accounts.get(gone.id)))
    },
    faults: () => [...faults, ...nodes.flatMap((node) => node.faults())],
    close: async () => {
      for (const person of people) person.leave()
      for (const node of nodes) await node.kill()
      await db.destroy()
      await database.drop()
    },
  }
}
