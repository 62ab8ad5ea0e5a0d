// A table belongs to the folder that declares it. Whoever names it in a query is that folder, or one to its right.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LEFT_TO_RIGHT } from './left-to-right.ts'

const QUERY = /\b(?:selectFrom|insertInto|updateTable|deleteFrom|(?:inner|left)Join)\(\s*'(\w+)(?: as \w+)?'/g
/** What is called is a function. */
const SQL = /\b(?:from|join|into|update)\s+([a-z_]+)\b(?!\()/g
/** The words of SQL that stand where the name of a table could. */
const NO_TABLES = ['set']

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(import.meta.dirname, file), 'utf8') }))

const owners = new Map(
  files.flatMap(({ file, text }) => declaredIn(text).map((table) => [table, { owner: folderOf(file), place: placeOf(file) }])),
)
const named = files.flatMap(({ file, text }) => tablesIn(text).map((table) => ({ file, table })))

test('[AR22] the reading finds what it looks for', () => {
  expect(owners.get('conversation')?.owner).toBe('conversations')
  expect(owners.get('event_log')?.owner).toBe('platform')
  expect(owners.size).toBeGreaterThan(15)
  expect(named.filter(({ file, table }) => file === 'presence/reads.ts' && table === 'channel_member')).not.toEqual([])
  expect(named.filter(({ file, table }) => file === 'conversations/tables.ts' && table === 'line')).not.toEqual([])
})

test('[AR22] a table is named in the folder that owns it, or to the right of it', () => {
  const wrong = named.filter(({ file, table }) => {
    const owner = owners.get(table)
    return owner && placeOf(file) < owner.place
  })
  expect(wrong.map(({ file, table }) => `${file} names ${table}, which ${owners.get(table)?.owner} owns`)).toEqual([])
})

test('[AR22] every table that is named is declared somewhere', () => {
  const strange = named.filter(({ file, table }) => !owners.has(table) && !file.startsWith('platform/db/'))
  expect(strange.map(({ file, table }) => `${file} names ${table}`)).toEqual([])
})

/** The platform is left of all; files that stand outside may read everything. */
function placeOf(file: string): number {
  const folder = folderOf(file)
  if (folder === 'platform') return -1
  return folder === '' ? Infinity : LEFT_TO_RIGHT.indexOf(folder)
}

function folderOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : ''
}

function declaredIn(text: string): string[] {
  const blocks = text.matchAll(/interface Tables \{\n([\s\S]*?)\n {2}\}/g)
  return [...blocks].flatMap(([, block = '']) => [...block.matchAll(/^ {4}(\w+): /gm)].map(([, table = '']) => table))
}

function tablesIn(text: string): string[] {
  const queries = [...text.matchAll(QUERY)].map(([, table = '']) => table)
  const templates = [...text.matchAll(/\bsql(?:<[^`]*>)?`([^`]*)`/g)].map(([, sql = '']) => sql)
  const raw = templates.flatMap((sql) => [...sql.matchAll(SQL)].map(([, table = '']) => table))
  return [...queries, ...raw.filter((table) => !NO_TABLES.includes(table))]
}
