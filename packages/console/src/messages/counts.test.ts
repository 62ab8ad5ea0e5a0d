import { expect, test } from 'vitest'
import { texts as inboxEn } from '../inbox/texts.en.ts'
import { texts as inboxFr } from '../inbox/texts.fr.ts'
import { texts } from './texts.en.ts'

test('[CO35][E18] the title of the tab begins with the count of what waits, and only then', () => {
  expect(texts.shell.title(3, 'Inbox', 'Barro e Sal')).toBe('(3) Inbox · Barro e Sal')
  expect(texts.shell.title(0, 'Inbox', 'Barro e Sal')).toBe('Inbox · Barro e Sal')
})

test('[CO35][E19] the counter of the rail tells requests from unread conversations', () => {
  expect(inboxEn.inbox.badge(1, 2)).toBe('1 request, 2 unread')
  expect(inboxEn.inbox.badge(0, 2)).toBe('2 unread')
  expect(inboxFr.inbox.badge(2, 1)).toBe('2 demandes, 1 non lue')
})
