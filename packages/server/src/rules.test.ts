import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './testing-sources.ts'

const SPEC = join(ROOT, 'docs/spec')

test('[AR27] each number is of one rule', () => {
  const texts = readdirSync(SPEC).map((name) => readFileSync(join(SPEC, name), 'utf8'))
  const numbers = texts.flatMap((text) => [...text.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, number]) => number))
  expect(numbers.length).toBeGreaterThan(300)
  expect(numbers.filter((number, n) => numbers.indexOf(number) !== n)).toEqual([])
})
