// What all readers of a node hold together. Their way out is the only thing here that is not real: it says what it holds.
import { CLOSE } from '@portico/protocol/close-codes'
import { handClock } from '@portico/testkit/clock'
import { openCast } from '@portico/testkit/cast'
import { present } from '@portico/testkit/eventually'
import { operatorHello } from '@portico/testkit/raw-socket'
import { openSite } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { expect, test } from 'vitest'
import { registry } from '../../registry.ts'
import { audiences } from '../audiences.ts'
import { openLocalBus } from '../bus/local-bus.ts'
import { openLocalMembers } from '../members/local-members.ts'
import { isRefusal } from '../capability.ts'
import { must } from '../must.ts'
import { knownPayer } from './payments.ts'
import { fillElements } from '../elements.ts'
import { snapshotReader } from '../snapshots.ts'
import { openNode } from './node.ts'
import { openHub } from './hub.ts'
import { POSITION_CHECK_MS } from './limits.ts'
import { openLists } from './lists.ts'
import { startPositionCheck } from './position-check.ts'
import { Session } from './session.ts'

const MIB = 1024 * 1024

test('[WR29] when all queues together pass 256 MiB, the slowest readers are closed until they do not', async () => {
  const site = await openSite(await newSqlite())
  const cast = await openCast(site)
  const { reads, road } = site.server.store
  const clock = handClock(site.clock.now())
  const hub = openHub()
  const faults: unknown[] = []
  const node = openNode({
    clock,
    epoch: 'one',
    hub,
    name: 'here',
    bus: openLocalBus(),
    members: openLocalMembers(),
    publish: hub.fleet,
    reads,
    shared: undefined,
    challengeKey: Buffer.alloc(32),
    road,
    readSnapshot: snapshotReader(reads, registry.capabilities),
    lists: openLists({ reads, hub, capabilities: registry.capabilities }),
    audiences: audiences(reads, registry.capabilities),
    recognise: registry.recognise,
    countsAs: () => undefined,
    attended: undefined,
    fill: fillElements(registry.capabilities),
    relays: async () => [],
    onFault: (fault) => faults.push(fault),
    onActed: () => {},
    onOperator: () => {},
  })
  const stop = startPositionCheck(node)
  const authority = await node.recognise(cast.ann.actor)
  if (isRefusal(authority)) throw new Error(authority.refused)
  const readers = [100, 90, 70, 40].map((held) => {
    const closed: number[] = []
    const outlet = {
      over: 'socket' as const,
      write: () => {},
      queuedBytes: () => (closed.length > 0 ? 0 : held * MIB),
      drained: () => Promise.resolve(),
      close: ({ code }: { code: number }) => closed.push(code),
    }
    node.enter(
      new Session({
        node,
        outlet,
        actor: cast.ann.actor,
        authority,
        prefix: 'here',
        device: 'test',
        hello: operatorHello(),
        payer: knownPayer(cast.ann.actor),
      }),
    )
    return closed
  })

  await clock.move(POSITION_CHECK_MS)
  await present(() => must(readers[0]).length > 0)
  await clock.move(POSITION_CHECK_MS)
  expect(readers).toEqual([[CLOSE.slowReader], [], [], []])
  expect(node.limitHits.of('node-queue')).toBe(1)
  expect(faults).toEqual([])
  stop()
  await site.close()
})
