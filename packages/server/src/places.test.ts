// A capability is named in a few lists, a line each. Whoever forgets one is told which.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { LEFT_TO_RIGHT } from './left-to-right.ts'

const PACKAGES = join(import.meta.dirname, '../..')

/** Where a capability has this file, this list names it. */
const LISTS: { file: (name: string) => string; list: string }[] = [
  { file: (name) => `server/src/${name}/index.ts`, list: 'server/src/capabilities.ts' },
  { file: (name) => `protocol/src/${name}.ts`, list: 'protocol/src/capabilities.ts' },
  { file: (name) => `client/src/views/${name}.ts`, list: 'client/src/views/apply.ts' },
  { file: (name) => `client/src/views/${name}-of-visitors.ts`, list: 'client/src/views/visitor-steps.ts' },
]

test.for(LISTS)('[AR20] $list names every capability that it must know', ({ file, list }) => {
  const listed = readFileSync(join(PACKAGES, list), 'utf8')
  const present = LEFT_TO_RIGHT.filter((name) => existsSync(join(PACKAGES, file(name))) && declares(file(name)))
  expect(present.length).toBeGreaterThan(0)
  const missing = present.filter((name) => !listed.includes(`'./${relative(dirname(list), file(name))}'`))
  expect(missing, `not named in packages/${list}`).toEqual([])
})

/** A file of that name may hold something else, such as the ids of what is to come. */
const declares = (file: string) => /^export const \w+ = (?:\{|capability<)/m.test(readFileSync(join(PACKAGES, file), 'utf8'))
