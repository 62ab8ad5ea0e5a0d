// npm run acceptance: each row of the acceptance list with the tests that show it, then the rows that none shows.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './install.mjs'

const TESTS = /\.(test|e2e)\.tsx?$/
const FOLDERS = ['packages', 'e2e', 'bench']
// A title may stand on the line after `test(`, and may name several rows.
const TITLE = /\b(?:test|it)(?:\.[a-z]+(?:\([^)]*\))?)?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g
const ID = /\[([A-H]\d{1,2})\]/g

if (process.argv.includes('--help'))
  process.stdout.write('npm run acceptance: which test shows which row of docs/acceptance.tsv\n')
else report()

function report() {
  const shown = new Map()
  for (const file of FOLDERS.flatMap((folder) => testsIn(join(ROOT, folder)))) {
    for (const [, , title] of readFileSync(file, 'utf8').matchAll(TITLE)) {
      for (const [, id] of title.matchAll(ID)) shown.set(id, [...(shown.get(id) ?? []), `${relative(ROOT, file)}: ${title}`])
    }
  }
  const rows = readFileSync(join(ROOT, 'docs/acceptance.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  const known = new Set(rows.map(([id]) => id))
  for (const [id, feature] of rows) {
    if (!shown.has(id)) continue
    process.stdout.write(
      `${id}  ${feature}\n${shown
        .get(id)
        .map((test) => `      ${test}\n`)
        .join('')}`,
    )
  }
  const missing = rows.filter(([id]) => !shown.has(id))
  process.stdout.write(`\nShown by no test (${missing.length} of ${rows.length}):\n`)
  for (const [id, feature] of missing) process.stdout.write(`${id}  ${feature}\n`)
  const unknown = [...shown.keys()].filter((id) => !known.has(id))
  if (unknown.length > 0) {
    process.stderr.write(`\nTests name rows that are not in the list: ${unknown.join(', ')}\n`)
    process.exitCode = 1
  }
}

function testsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return testsIn(path)
      return TESTS.test(entry.name) ? [path] : []
    })
}
