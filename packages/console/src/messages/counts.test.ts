import { expect, test } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'

test('[CO35][E18] the title of the tab begins with the count of what waits, and only then', () => {
  expect(en.shell.title(3, 'Inbox', 'Barro e Sal')).toBe('(3) Inbox · Barro e Sal')
  expect(en.shell.title(0, 'Inbox', 'Barro e Sal')).toBe('Inbox · Barro e Sal')
})

test('[CO35][E19] the counter of the rail tells requests from unread conversations', () => {
  expect(en.shell.badge(1, 2)).toBe('1 request, 2 unread')
  expect(en.shell.badge(0, 2)).toBe('2 unread')
  expect(fr.shell.badge(2, 1)).toBe('2 demandes, 1 non lue')
})
