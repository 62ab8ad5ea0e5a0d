// docs/protocol.md against the code: whoever has the document alone must be told of everything, and of nothing that is not so.
import { globSync, readFileSync } from 'node:fs'
import { attachment } from '@portico/protocol/attachments'
import { chatLinesPage, chatsPage, conversationPage, linesPage, searchAnswer, widgetConfig } from '@portico/protocol/pages'
import { start } from '@portico/protocol/auth'
import { CLOSE, mayReconnect } from '@portico/protocol/close-codes'
import { cannedAnswer } from '@portico/protocol/canned'
import { newPortrait } from '@portico/protocol/portraits'
import { REFUSALS } from '@portico/protocol/refusals'
import { foundConversations } from '@portico/protocol/search'
import { clientFrame, commandsAnswer, commandsBody, serverFrame } from '@portico/protocol/session'
import { todayAnswer } from '@portico/protocol/today'
import { OLDEST_SERVED_VERSION, VERSION } from '@portico/protocol/version'
import { views } from '@portico/protocol/views'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { capabilities } from './registry.ts'
import { routesOf } from './platform/registry.ts'
import { LIMITS } from './platform/wire/limit-hits.ts'
import { objectsOf } from './testing-shapes.ts'
import { fieldsIn, fieldsOf, tablesOf, type Row } from './testing-document.ts'

const ROOT = join(import.meta.dirname, '../../..')
/** A capability may tell of itself on a page of its own, in docs/protocol/. */
const PAGES = globSync(['docs/protocol.md', 'docs/protocol/*.md'], { cwd: ROOT }).sort()
const DOCUMENT = PAGES.map((page) => readFileSync(join(ROOT, page), 'utf8')).join('\n\n')
const tables = tablesOf(DOCUMENT)
/** Whose first column is what `type` says; of a shape the fields say all. */
const TYPED = ['frame', 'event', 'command', 'FleetingSent', 'Fleeting']
const SHAPES = ['shape', 'message']

const WIRE = [clientFrame, serverFrame, commandsBody, commandsAnswer]
const VIEWS = Object.values(views)
const ANSWERS = [
  chatsPage,
  widgetConfig,
  chatLinesPage,
  linesPage,
  conversationPage,
  searchAnswer,
  foundConversations,
  start,
  attachment,
  newPortrait,
  cannedAnswer,
  todayAnswer,
]

test('[PV3] every object that is said, kept or answered stands in the document, field for field, and no other', () => {
  const said = new Set([...WIRE, ...VIEWS, ...ANSWERS].flatMap((schema) => objectsOf(schema)))
  const told = tables.flatMap(({ first, rows }) => {
    if (TYPED.includes(first)) return rows.map((row) => fieldsOf(row, row.name))
    // An event that makes a row says it without what others add to it.
    const shapes = rows.flatMap((row) => [fieldsOf(withParts(row)), ...[fieldsOf(row)].filter((bare) => said.has(bare))])
    return SHAPES.includes(first) ? shapes : []
  })
  expect(said.size).toBeGreaterThan(100)
  expect([...new Set(told)].sort()).toEqual([...said].sort())
})

test('[PV3] every close code stands there, and whether one may reconnect', () => {
  const told = rowsOf('code').map(({ name, cells }) => [Number(name), cells[1]?.replaceAll('`', ''), mayComeAgain(cells[2])])
  expect(told).toEqual(Object.entries(CLOSE).map(([name, code]) => [code, name, mayReconnect(code)]))
})

test('[PV3] every refusal stands there', () => {
  expect(rowsOf('refusal').map(({ name }) => name)).toEqual(Object.keys(REFUSALS))
})

test('[PV3] every limit stands there, by the name it is counted under', () => {
  expect(
    rowsOf('limit')
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...LIMITS].sort())
})

test('[PV3] the routes of a client are there, with what they ask for', async () => {
  const routes = await routesOf(capabilities)
  const asked = rowsOf('request').map(
    ({ name, cells }) =>
      [
        name,
        fieldsIn(cells.join(' '))
          .map(({ field }) => field)
          .sort(),
      ] as const,
  )
  expect(asked.length).toBeGreaterThan(5)
  for (const [name, fields] of asked) {
    const route = routes.find(({ method, path }) => `${method} ${path}` === name)
    expect([name, route?.method]).not.toContain(undefined)
    const schema = route?.body ?? route?.query
    const [object = ''] = schema ? objectsOf(schema) : []
    expect([name, fields]).toEqual([
      name,
      object
        .split(', ')
        .filter(Boolean)
        .map((field) => field.replace(/: .*/, '')),
    ])
  }
})

test('[PV3] the versions are those that are served', () => {
  expect(DOCUMENT).toContain(`This is version ${VERSION}, and ${OLDEST_SERVED_VERSION} is the oldest that is served.`)
})

const rowsOf = (first: string) => tables.filter((table) => table.first === first).flatMap(({ rows }) => rows)

/** What other capabilities add to a view stands in tables of parts, by the name of the view. */
const withParts = ({ name, cells }: Row): Row => ({
  name,
  cells: [...cells, ...rowsOf('part').flatMap((part) => (part.name === name ? part.cells : []))],
})

const mayComeAgain = (then = '') => /^(?:reconnect|wait)/.test(then)
