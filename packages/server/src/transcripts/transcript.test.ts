import type { ConversationId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { fileNameOf, transcriptOf } from './transcript.ts'

const AT = Date.UTC(2026, 10, 27, 23, 30)
const GIVEN = { visitor: null, siteName: 'Shop', openedAt: AT, by: 'Ann', at: AT, zone: 'Europe/Vienna', locale: 'en' } as const

test('[TX2] days are headed by the zone that is asked for, and the file is named by it', () => {
  const lines = [AT - 3_600_000, AT].map((at) => ({
    at,
    author: { kind: 'visitor', name: null } as const,
    body: { kind: 'message', text: 'Hello' } as const,
  }))
  const { title, entries } = transcriptOf({ ...GIVEN, lines, isCut: false })
  expect(title).toBe('Conversation with Visitor')
  expect(entries.map((entry) => (entry.kind === 'said' ? `${entry.author} ${entry.time}` : entry.text))).toEqual([
    'Friday, November 27, 2026',
    expect.stringMatching(/^Visitor 11:30\sPM$/),
    'Saturday, November 28, 2026',
    expect.stringMatching(/^Visitor 12:30\sAM$/),
  ])
  expect(fileNameOf({ ...GIVEN, id: 'c' as ConversationId })).toBe('conversation-c-2026-11-28.pdf') // as ids are
})

test('[TX5] what is left out is said', () => {
  expect(transcriptOf({ ...GIVEN, lines: [], isCut: true }).facts).toContain('Earlier lines are left out.')
  expect(transcriptOf({ ...GIVEN, lines: [], isCut: false }).facts).not.toContain('Earlier lines are left out.')
})
