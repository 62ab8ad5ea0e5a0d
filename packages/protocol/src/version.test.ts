import { expect, test } from 'vitest'
import { shapeHash } from './testing-shape.ts'
import { VERSION } from './version.ts'

/** A change of shape fails here: raise VERSION if an older client or server could not live with it, and write the new hash down. */
const HASHES: Record<number, string> = {
  1: '941655bbc92f323a',
  2: 'afe377ae5b9185f2',
  3: 'd61963ad158a99dd',
  4: 'a03bca2639f30b45',
}

test('[PV1] the shape of every frame and view belongs to its protocol version', () => {
  expect(shapeHash()).toBe(HASHES[VERSION])
})
