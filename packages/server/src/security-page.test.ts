// Goes through docs/security-asvs.md: whatever it names is there, and nothing of ASVS 5.0.0 is passed over.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
/** How many requirements of levels 1 and 2 each section has; within a section they come first. */
const REQUIREMENTS = `
1.1: 2    1.2: 9   1.3: 11  1.4: 3   1.5: 2   2.1: 3   2.2: 3   2.3: 4   2.4: 2   3.2: 2   3.3: 4
3.4: 6    3.5: 5   3.7: 2   4.1: 3   4.2: 1   4.3: 2   4.4: 4   5.1: 1   5.2: 3   5.3: 2   5.4: 3
6.1: 3    6.2: 12  6.3: 4   6.4: 4   6.5: 5   6.6: 3   6.8: 4   7.1: 3   7.2: 4   7.3: 2   7.4: 5
7.5: 2    7.6: 2   8.1: 2   8.2: 3   8.3: 1   8.4: 1   9.1: 3   9.2: 4   10.1: 2  10.2: 2  10.3: 4
10.4: 11  10.5: 5  10.6: 2  10.7: 3  11.1: 2  11.2: 3  11.3: 3  11.4: 4  11.5: 1  11.6: 1  12.1: 3
12.2: 2   12.3: 4  13.1: 1  13.2: 5  13.3: 2  13.4: 5  14.1: 2  14.2: 4  14.3: 3  15.1: 3  15.2: 3
15.3: 7   16.1: 1  16.2: 5  16.3: 4  16.4: 3  16.5: 3  17.1: 1  17.2: 4  17.3: 2
`
const STATES = ['met', 'partly', 'not yet', 'yours']

const rows = readFileSync(join(ROOT, 'docs/security-asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| *\d/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const judged = rows
  .filter((cells) => cells.length === 5)
  .map(([id = '', , state = '', how = '', shown = '']) => ({ id, state, how, shown }))
const passedOver = rows.filter((cells) => cells.length === 2).map(([ids = '', reason = '']) => ({ ids, reason }))

test('[AR15] each requirement of levels 1 and 2 stands there once', () => {
  const all = sections().flatMap(([section, count]) => Array.from({ length: count }, (_, i) => `${section}.${i + 1}`))
  const listed = [...judged.map(({ id }) => id), ...passedOver.flatMap(({ ids }) => ids.split(', ').flatMap(each))]
  expect(listed.toSorted()).toEqual(all.toSorted())
})

test('[AR15] each has its state, and what is missing or does not apply its reason', () => {
  expect(judged.length).toBeGreaterThan(100)
  expect(judged.filter(({ state }) => !STATES.includes(state))).toEqual([])
  expect(judged.filter(({ state, how }) => ['partly', 'not yet'].includes(state) && how === '')).toEqual([])
  expect(passedOver.filter(({ reason }) => reason === '')).toEqual([])
})

test('[AR15] each names what shows it, and that is there', () => {
  const tests = Map.groupBy(
    ['packages', 'e2e', 'bench'].flatMap((folder) => testsIn(join(ROOT, folder))),
    nameOf,
  )
  const holds = (name: string, rule: string) =>
    tests.get(name)?.some((file) => readFileSync(file, 'utf8').includes(rule)) ?? false
  expect([holds('auth.flow', '[AU14]'), holds('auth.flow', '[AU999]'), holds('none', '[AU14]')]).toEqual([true, false, false])
  const astray = judged.flatMap(({ id, shown }) => {
    const named = [...shown.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)
    const missing = named.filter((text) => {
      if (text.includes('/') || !text.includes(' ')) return !existsSync(join(ROOT, text))
      const [name = '', ...rules] = text.split(' ')
      return !rules.every((rule) => holds(name, rule))
    })
    return named.length === 0 ? [`${id} names nothing`] : missing.map((text) => `${id} names ${text}`)
  })
  expect(astray).toEqual([])
})

const sections = () =>
  [...REQUIREMENTS.matchAll(/([\d.]+): (\d+)/g)].map(([, section, count]) => [section, Number(count)] as const)

/** Of 10.4.1–10.4.11 each. */
function each(ids: string): string[] {
  const [, section, first, last] = /^(\d+\.\d+)\.(\d+)(?:–\1\.(\d+))?$/.exec(ids) ?? []
  const count = Number(last ?? first) - Number(first) + 1
  return Array.from({ length: count || 0 }, (_, i) => `${section}.${Number(first) + i}`)
}

const nameOf = (file: string) => basename(file).replace(/\.(?:test|e2e)\.tsx?$/, '')

function testsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return testsIn(path)
      return /\.(?:test|e2e)\.tsx?$/.test(entry.name) ? [path] : []
    })
}
