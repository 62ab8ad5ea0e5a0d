import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOMS } from '../rooms.ts'
import { type Screen, SETTINGS_PATH } from '../rooms/room.ts'

const SOURCES = join(import.meta.dirname, '..')
const LEADS = /\b(?:to|href)[:=]\s*\{?['"](\/[^'"]*)['"]/g
/** Pages of the server's own. */
const OTHERS = ['/preview']

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(SOURCES, path), 'utf8'))

const pathsOf = (screen: Screen, above = ''): string[] => {
  const path = screen.path.startsWith('/') && screen.path !== '/' ? screen.path : `${above}/${screen.path}`.replace(/\/+$/, '')
  return [path, ...(screen.children ?? []).flatMap((child) => pathsOf(child, path))]
}
const addresses = new Set([
  ...ROOMS.flatMap(({ screens = [], entrances = [] }) => [...screens, ...entrances].flatMap((screen) => pathsOf(screen))),
  ...ROOMS.flatMap(({ settings = [] }) => settings.map(({ path }) => `${SETTINGS_PATH}/${path}`)),
  ...OTHERS,
])

test('[CO50] every address that the console leads to is one that a room declares', () => {
  const led = new Set(sources.flatMap((source) => [...source.matchAll(LEADS)].map(([, path = '']) => path)))
  expect(led.size).toBeGreaterThan(5)
  expect([...led].filter((path) => !addresses.has(path))).toEqual([])
})

test('[CO50] an address of before leads to one of today, and no two rooms claim one', () => {
  const moved = ROOMS.flatMap((room) => room.moved ?? [])
  expect(moved.filter(({ to }) => !addresses.has(to))).toEqual([])
  expect(moved.filter(({ from }) => addresses.has(from))).toEqual([])
  const settings = ROOMS.flatMap((room) => room.settings ?? []).map(({ path }) => path)
  expect(new Set(settings).size).toBe(settings.length)
})

test('[CO51] every action that is meant or asked for is declared by one room, and every letter asks for one', () => {
  const keys = ROOMS.flatMap((room) => room.keys ?? [])
  const declared = keys.map(({ action }) => action)
  const asked = sources.flatMap((source) =>
    [...source.matchAll(/\b(?:useAction\(|actions\.run\(|called\(|action=)'?"?(\w+)['"]/g)].map(([, action = '']) => action),
  )
  expect(asked.length).toBeGreaterThan(15)
  expect(asked.filter((action) => !declared.includes(action))).toEqual([])
  expect(new Set(declared).size).toBe(declared.length)
  const letters = keys.flatMap(({ letter }) => letter ?? [])
  expect(new Set(letters).size).toBe(letters.length)
})
