// docs/settings.md against the rules and the code: what it promises is shown by a test, and no option of a channel is left out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './testing-sources.ts'

const page = readFileSync(join(ROOT, 'docs/settings.md'), 'utf8')
const SPEC = join(ROOT, 'docs/spec')
const rules = new Set(
  readdirSync(SPEC).flatMap((name) =>
    [...readFileSync(join(SPEC, name), 'utf8').matchAll(/^(?:- \*\*|\| )([A-Z]{2}\d+)/gm)].map(([, rule]) => rule),
  ),
)
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:-|there )/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test('[AR28] every setting of the predecessors that is there says where, what holds at first, and which rules show it', () => {
  const there = rows.filter((cells) => cells.length === 4)
  expect(there.length).toBeGreaterThan(15)
  for (const cells of there) {
    expect(cells.every((cell) => cell !== '')).toBe(true)
    const shown = cells[3]?.match(/[A-Z]{2}\d+/g) ?? []
    expect(shown.length, cells[0]).toBeGreaterThan(0)
    expect(shown.filter((rule) => !rules.has(rule))).toEqual([])
  }
})

test('[AR28] what is not there says what it waits for', () => {
  const missing = rows.filter((cells) => cells.length === 2)
  expect(missing.length).toBeGreaterThan(3)
  expect(missing.flat().filter((cell) => cell === '')).toEqual([])
})
