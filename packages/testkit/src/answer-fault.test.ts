import { signedIn } from '@portico/protocol/auth'
import type { OperatorId } from '@portico/protocol/ids'
import * as s from '@portico/protocol/schema'
import { file, json, no, ok, type FileBody } from '@portico/server/platform/wire/answer'
import { route } from '@portico/server/platform/wire/route'
import { expect, test } from 'vitest'
import { answerFault } from './answer-fault.ts'

const operator = 'ann' as OperatorId // within an id's alphabet
const asked = { method: 'GET', path: '/api/ann', who: 'anyone', about: 'Ann.' } as const
const ann = route({ ...asked, answer: json(signedIn), run: async () => ok({ operator }) })
const shown: FileBody = { name: 'a.png', type: 'image/png', as: 'inline', content: '' }
const picture = route({ ...asked, answer: file('image/png'), run: async () => ok(shown) })

test('[WR140] an answer holds what its route declares', () => {
  expect(answerFault(ann, ok({ operator }))).toBeUndefined()
  expect(answerFault(ann, no(404, 'not-found'))).toBeUndefined()
  expect(answerFault(picture, ok(shown))).toBeUndefined()
})

test('[WR140] what has a default may be missing', () => {
  const held = json(s.object({ thankedAt: s.nullable(s.int()).default(null), rows: s.array(s.int()) }))
  const given = route({ ...asked, answer: held, run: async () => ok({ rows: [1] }) })
  expect(answerFault(given, ok({ rows: [1] }))).toBeUndefined()
  expect(answerFault(given, ok({ rows: [1], thanks: 1 }))?.message).toContain('is declared')
})

test('[WR140] one that lacks something, or holds more, is found', () => {
  expect(answerFault(ann, ok({}))?.message).toContain('operator')
  expect(answerFault(ann, ok({ operator: 7 }))?.message).toContain('operator')
  expect(answerFault(ann, ok({ operator, passwordHash: 'secret' }))?.message).toContain('is declared')
  expect(answerFault(picture, ok({ ...shown, type: 'text/html' }))?.message).toContain('text/html')
})
