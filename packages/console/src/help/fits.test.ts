import type { Wanted } from '@portico/protocol/help'
import type { ChannelId, ConversationId, LabelId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { bestFirst, needs, speaks } from './fits.ts'

// A test's own ids.
const wanted = (id: string, at: number, more: { labels?: string[]; locale?: string | null } = {}): Wanted => ({
  conversation: id as ConversationId,
  channel: 'main' as ChannelId,
  visitor: { id: 'vera' as VisitorId, name: 'Vera', locale: more.locale ?? null },
  excerpt: '',
  at,
  by: { id: 'ann' as OperatorId, name: 'Ann' },
  labels: (more.labels ?? []) as LabelId[],
})
const me = { operator: 'bob' as OperatorId, languages: ['sv', 'pt-BR'], expertise: ['glaze' as LabelId], country: null }

test.each<[labels: string[], fits: boolean]>([
  [[], false],
  [['glaze'], true],
  [['crack', 'glaze'], true],
  [['crack'], false],
])('[CO260][C15] what needs %j has a star for who knows glaze: %s', (labels, fits) => {
  expect(needs(wanted('tea', 1, { labels }), me)).toBe(fits)
})

test.each<[locale: string | null, fits: boolean]>([
  ['sv', true],
  ['sv-FI', true],
  ['pt', true],
  ['fr', false],
  [null, false],
  ['what is this', false],
])('[CO260][C15] a visitor of %s is understood by who speaks Swedish and Portuguese: %s', (locale, fits) => {
  expect(speaks(wanted('tea', 1, { locale }), me)).toBe(fits)
})

test('[CO260][C15] what needs me comes first, then what I can read, the longest first in each', () => {
  const pool = [
    wanted('old', 1),
    wanted('swedish', 2, { locale: 'sv' }),
    wanted('glaze late', 4, { labels: ['glaze'] }),
    wanted('glaze', 3, { labels: ['glaze'], locale: 'fr' }),
  ]
  expect(bestFirst(pool, me).map(({ conversation }) => conversation)).toEqual(['glaze', 'glaze late', 'swedish', 'old'])
})
