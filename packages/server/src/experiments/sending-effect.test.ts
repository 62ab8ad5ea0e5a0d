import { expect, test } from 'vitest'
import { sendingEffect, type Sending } from './sending-effect.ts'

const sending: Sending = { sentAt: 1000, visitEndedAt: 9000, visitorWroteAt: [], convertedAt: [] }

test.each<[string, Partial<Sending>, { replied: number; converted: number }]>([
  ['nothing followed', {}, { replied: 0, converted: 0 }],
  ['the visitor wrote before only', { visitorWroteAt: [999] }, { replied: 0, converted: 0 }],
  ['at the same instant is not after', { visitorWroteAt: [1000], convertedAt: [1000] }, { replied: 0, converted: 0 }],
  ['right after', { visitorWroteAt: [1001] }, { replied: 1, converted: 0 }],
  ['in the last instant of the visit', { visitorWroteAt: [9000], convertedAt: [9000] }, { replied: 1, converted: 1 }],
  ['in the next visit', { visitorWroteAt: [9001], convertedAt: [9001] }, { replied: 0, converted: 0 }],
  ['several times is once', { visitorWroteAt: [999, 2000, 3000], convertedAt: [4000, 5000] }, { replied: 1, converted: 1 }],
  ['bought without a word', { convertedAt: [2000] }, { replied: 0, converted: 1 }],
])('[EX30][G15] a sending is answered by what came after it in the same visit: %s', (_, change, counts) => {
  expect(sendingEffect([{ ...sending, ...change }])).toMatchObject({ sent: 1, ...counts })
})

test('[EX30][G15] rates are over sendings, and unknown when there were none', () => {
  const sendings = [
    sending,
    { ...sending, visitorWroteAt: [2000] },
    { ...sending, convertedAt: [2000] },
    { ...sending, visitorWroteAt: [2000] },
  ]
  expect(sendingEffect(sendings)).toEqual({ sent: 4, replied: 2, replyRate: 0.5, converted: 1, conversionRate: 0.25 })
  expect(sendingEffect([])).toEqual({ sent: 0, replied: 0, replyRate: null, converted: 0, conversionRate: null })
})
