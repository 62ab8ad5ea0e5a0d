import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import * as s from './schema.ts'
import { clientFrame, commandsAnswer, commandsBody, serverFrame } from './session.ts'
import { VERSION } from './version.ts'

/** A change of shape fails here: raise VERSION if an older client or server could not live with it, and write the new hash down. */
const HASHES: Record<number, string> = {
  1: '941655bbc92f323a',
  2: 'afe377ae5b9185f2',
  3: 'd61963ad158a99dd',
  4: '360a029fd8acbc5b',
}

test('[PV1] the shape of every frame belongs to its protocol version', () => {
  const shape = [clientFrame, serverFrame, commandsBody, commandsAnswer].map((schema) =>
    s.toJSONSchema(schema, { unrepresentable: 'any' }),
  )
  const hash = createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)
  expect(hash).toBe(HASHES[VERSION])
})
