import type { VisitorId } from '@portico/protocol/ids'
import { createSqlite } from '@portico/testkit/test-database'
import { expect, test } from 'vitest'
import { registry } from '../../registry.ts'
import { system } from '../actor.ts'
import { derivedId } from '../derived-id.ts'

const COMMANDS = 200

test('[DB2] a server that is stopped answers what it was asked before', async () => {
  const database = await createSqlite()
  const heard = { onCommitted: () => {}, onFault: () => {}, onFatal: () => {} }
  const { road, close } = await database.open({ registry, at: 0, ...heard })
  try {
    const asked = Array.from({ length: COMMANDS }, (_, n) =>
      road.run({
        id: derivedId(`command ${n}`),
        command: { type: 'visitor.recognise', visitor: `v-${n}` as VisitorId, tokenHash: `${n}` }, // within an id's alphabet
        actor: system('auth'),
        at: 0,
      }),
    )
    await close()
    expect(await Promise.allSettled(asked)).toEqual(asked.map(() => ({ status: 'fulfilled', value: { ok: true } })))
  } finally {
    await database.drop()
  }
})
