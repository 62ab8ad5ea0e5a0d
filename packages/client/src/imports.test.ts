import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const LIGHT = ['challenge-work', 'close-codes', 'limits', 'new-id', 'renamed', 'version'].map(
  (name) => `@portico/protocol/${name}`,
)
const FOR_LINKS = 'linkify-it' // of a file that is fetched when a text could hold one

test('[CL50] at run time the client takes only light files of the protocol, and nothing of Node', () => {
  const taken = sources().flatMap((source) => runTimeImports(source))
  const foreign = new Set(taken.filter((name) => !name.startsWith('.')))
  expect([...foreign].sort()).toEqual([...LIGHT, FOR_LINKS])
})

function sources(): string[] {
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing'))
    .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
}

function runTimeImports(source: string): string[] {
  return [...source.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'|import\('([^']+)'\)/gm)].map(
    ([, name, lazy]) => name ?? lazy ?? '',
  )
}
