import { expect, test } from 'vitest'
import { chatLine, chatView, conversationLine, conversationView, line, veraCard, vera, ann } from '../testing/people.ts'
import { applyEvent } from './apply-event.ts'

const conversation = 'conversation:tea'
const chat = 'chat:tea'

test('[CL40] a line is appended once, to the operators’ side and to the visitor’s', () => {
  const view = applyEvent(conversation, conversationView, { type: 'line.added', line: conversationLine(2) })
  expect(view.lines).toEqual([conversationLine(1), conversationLine(2)])
  expect(applyEvent(conversation, view, { type: 'line.added', line: conversationLine(2) })).toBe(view)
  const other = applyEvent(chat, chatView, { type: 'chat.line.added', line: chatLine('second') })
  expect(other.lines).toEqual([chatLine('first'), chatLine('second')])
  expect(applyEvent(chat, other, { type: 'chat.line.added', line: chatLine('second') })).toBe(other)
})

test('[CL40] phase, visitor and read marks are replaced', () => {
  const phase = { state: 'active' as const, at: 5, operators: [{ id: ann, name: 'Ann' }] }
  const visitor = { ...veraCard, id: vera, email: 'vera@example.org' }
  const set = (part: string, value: unknown) => ({ type: 'part.set' as const, part, value })
  expect(applyEvent(conversation, conversationView, set('phase', phase))).toEqual({ ...conversationView, phase })
  expect(applyEvent(conversation, conversationView, set('visitor', visitor))).toEqual({ ...conversationView, visitor })
  expect(applyEvent(conversation, conversationView, set('visitorRead', 1))).toEqual({ ...conversationView, visitorRead: 1 })
  expect(applyEvent(chat, chatView, set('phase', phase))).toEqual({ ...chatView, phase })
  expect(applyEvent(chat, chatView, set('seen', line('first')))).toEqual({ ...chatView, seen: 'first' })
})

test('[CL40] the view before is left as it was', () => {
  const before = structuredClone(conversationView)
  applyEvent(conversation, conversationView, { type: 'line.added', line: conversationLine(2) })
  expect(conversationView).toEqual(before)
})

test('[CL27] an event that is not of the topic changes nothing', () => {
  expect(applyEvent(chat, chatView, { type: 'line.added', line: conversationLine(2) })).toBe(chatView)
  expect(applyEvent(conversation, conversationView, { type: 'hasOwnProperty' } as never)).toBe(conversationView)
})
