import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOwner, sitDown } from './desk.ts'
import { openStage, type Stage } from './stage.ts'
import { line } from './visit.ts'

const CONVERSATIONS = 10_000
const ROWS_MAX = 200

let stage: Stage
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  const owner = await makeOwner(stage)
  livePast(join(stage.database.environment['PORTICO_DATA'] ?? '', 'portico.db'))
  desk = (await sitDown(stage, owner)).page
})
afterAll(() => stage.close())

test('[E1] ten thousand closed conversations come as one scrolls, few of them drawn at a time, and each shows its lines', async () => {
  const closed = desk.getByRole('list', { name: 'Closed' })
  const head = desk.getByRole('region', { name: 'Closed' }).getByRole('button', { name: 'Closed' })
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  await closed.getByRole('link', { name: visitorOf(CONVERSATIONS) }).waitFor()
  expect(await closed.getByRole('listitem').count()).toBeLessThan(ROWS_MAX)

  const rowsMost = await closed.evaluate(scrollToEnd, visitorOf(1))
  expect(rowsMost).toBeLessThan(ROWS_MAX)
  expect(await closed.getByRole('listitem').count()).toBeLessThan(ROWS_MAX)

  await closed.getByRole('link', { name: visitorOf(1) }).click()
  await line(desk, questionOf(1)).waitFor()
  await desk.getByRole('button', { name: 'Reopen' }).waitFor()
  await closed.getByRole('link', { name: visitorOf(3) }).click()
  await line(desk, questionOf(3)).waitFor()
  expect(stage.faults).toEqual([])
})

/** Scrolls on, frame by frame, until this is in sight; answers how many rows there were at most. */
async function scrollToEnd(list: Element, last: string): Promise<number> {
  let scroller: Element | null = list
  while (scroller && getComputedStyle(scroller).overflowY !== 'auto') scroller = scroller.parentElement
  let most = 0
  while (!list.textContent.includes(last)) {
    scroller?.scrollTo(0, scroller.scrollHeight)
    most = Math.max(most, list.children.length)
    await new Promise(requestAnimationFrame)
  }
  return most
}

const visitorOf = (n: number) => `Visitor ${String(n).padStart(5, '0')}`
const questionOf = (n: number) => `Question ${n}`

/** Years of conversations, written into the database as the server would have over those years. */
function livePast(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec(`
    begin immediate;
    create temp table past as with recursive counted(n) as (select 1 union all select n + 1 from counted where n < ${CONVERSATIONS})
      select n, 'past-' || n as id, 1700000000000 + n * 60000 as at from counted;
    insert into conversation (id, channel_id, visitor_id, opened_at, begun_at, accepted_at, answered_at, closed_at, closed_by, last_ordinal,
        visitor_lines, visitor_read, seen_ordinal, moved_at, excerpt, visitor_name)
      select id, 'main', 'v-' || n, at, at, null, null, at + 30000, 'visitor', 2, 1, 0, 0, at + 30000, 'Question ' || n,
        'Visitor ' || printf('%05d', n) from past;
    insert into line (id, conversation_id, ordinal, audience, author_kind, author_id, author_name, kind, text, at)
      select id || '-1', id, 1, 'all', 'visitor', null, 'Visitor ' || printf('%05d', n), 'message', 'Question ' || n, at from past;
    insert into line (id, conversation_id, ordinal, audience, author_kind, author_id, author_name, kind, text, at)
      select id || '-2', id, 2, 'all', 'visitor', null, 'Visitor ' || printf('%05d', n), 'notice', 'closed', at + 30000 from past;
    commit`)
  database.close()
}
