import { introduction } from '@portico/protocol/conversations'
import * as s from '@portico/protocol/schema'
import { expect, test } from 'vitest'
import type { Surroundings } from '../bridge.ts'
import { introductionOf } from './introduction-of.ts'

const page = { url: 'https://shop.example/bowl', title: 'Serving bowl' }
const surroundings = (more: Partial<Surroundings>) => ({ page, locale: 'en', analyticsId: undefined, ...more }) as Surroundings // all that is read of it
const nobody = { name: '', email: '', message: '' }

test("[WG26][A4] the tracker's id goes with the first message", () => {
  expect(introductionOf(surroundings({ analyticsId: '0123456789abcdef' }), nobody)).toMatchObject({
    analyticsId: '0123456789abcdef',
  })
})
test.each(['', 'not hexadecimal!', '0123456789ABCDEF', '0123456789abcdef0'])(
  '[WG26] an id that is none stays out: %j',
  (analyticsId) => {
    expect(introductionOf(surroundings({ analyticsId }), nobody)).not.toHaveProperty('analyticsId')
  },
)
test('[WG18] whatever a page is called and wherever it lies, its first message is one of the protocol', () => {
  const odd = { url: `https://shop.example/?${'x'.repeat(5000)}`, title: `\0\uD800${'🫖'.repeat(3000)}` }
  const sent = introductionOf(surroundings({ page: odd }), { name: ' Vera ', email: ' vera@shop.example ', message: '' })
  expect(s.safeParse(introduction, sent).success).toBe(true)
  expect(sent).toMatchObject({ name: 'Vera', email: 'vera@shop.example' })
})
