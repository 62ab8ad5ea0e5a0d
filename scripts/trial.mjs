// Adds a small capability to a copy of the repository and shows what CONTRIBUTING.md promises: every new thing is in a file of its
// own, each existing file that must know of it gets one line, and whoever leaves a line out is told which.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { environment, ROOT } from './install.mjs'

const FILES_MAX = 8
const NEW_FILES = join(ROOT, 'scripts/trial')

/** One line each: put behind the first line that has `after` in it. `names` is what a check says where it is missing. */
const EDITS = [
  {
    file: 'packages/protocol/src/capabilities.ts',
    after: './presence.ts',
    line: "export { thanks } from './thanks.ts'",
    names: 'packages/protocol/src/capabilities.ts',
  },
  {
    file: 'packages/server/src/capabilities.ts',
    after: './presence/index.ts',
    line: "export { thanks } from './thanks/index.ts'",
    names: 'packages/server/src/capabilities.ts',
  },
  { file: 'packages/server/src/left-to-right.ts', after: "'conversations'", line: "  'thanks',", names: 'left-to-right.ts' },
  {
    file: 'packages/client/src/views/apply.ts',
    after: './presence.ts',
    line: "export { thanksSteps } from './thanks.ts'",
    names: 'packages/client/src/views/apply.ts',
  },
  { file: 'packages/protocol/src/version.test.ts', instead: /^ {2}4: '.*',$/, line: hashLine, names: 'version.test.ts' },
  {
    file: 'packages/console/src/rooms.ts',
    after: './team/index.ts',
    line: "import { thanks } from './thanks/index.ts'",
    listed: { after: '  settings,', line: '  thanks,' },
    names: 'packages/console/src/rooms.ts',
  },
  {
    file: 'packages/widget/src/frame/parts.ts',
    after: './parts/ended/ended.tsx',
    line: "  { stands: 'foot', needed: isOver, soon: isOver, load: () => import('./parts/thanks/thanks.tsx') },",
    names: 'its line in parts.ts',
  },
]

/** What is asked, the quickest first; `npm run ci` asks more. */
const CHECKS = [
  ['vitest', 'run', 'places', 'version.test', 'architecture.test', 'put-together', 'protocol-document', 'open-parts'],
  ['node', 'scripts/check-types.mjs'],
  ['vitest', 'run', 'packages/server/src/thanks', 'policy.matrix', 'topics.matrix', 'packages/widget/src/size'],
]

const asked = process.argv.slice(2)
if (asked.includes('--help')) {
  process.stdout.write('npm run trial: adds a capability to a copy of the repository, and leaves out each line in turn\n')
  process.stdout.write('npm run trial -- --keep: only adds it, and says where the copy is\n')
  process.exit(0)
}

const copy = mkdtempSync(join(tmpdir(), 'portico-trial-'))
copyRepository()
const added = addFiles()
const touched = EDITS.filter((edit) => apply(edit))
say(`${added} new files; ${touched.length} existing ones get a line each:`)
for (const { file, listed } of touched) say(`  ${file}${listed ? ' (an import and a name)' : ''}`)
let isSound = touched.length === EDITS.length && touched.length <= FILES_MAX
if (asked.includes('--keep')) {
  say(copy)
  process.exit(isSound ? 0 : 1)
}

const failed = firstFailure()
if (failed) {
  say(`With every line in its place a check fails:\n${failed.output}`)
  isSound = false
} else {
  say('With every line in its place all checks are green. Without one of them:')
  for (const edit of touched) leaveOut(edit)
}
rmSync(copy, { recursive: true })
process.exit(isSound ? 0 : 1)

function copyRepository() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  for (const file of listed.split('\n').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(ROOT, file), join(copy, file), { force: true })
  }
  // Packages of others are shared, ours are those of the copy.
  const modules = join(ROOT, 'node_modules')
  mkdirSync(join(copy, 'node_modules/@portico'), { recursive: true })
  for (const name of readdirSync(modules)) {
    if (name !== '@portico') symlinkSync(join(modules, name), join(copy, 'node_modules', name))
  }
  for (const name of readdirSync(join(modules, '@portico'))) {
    const path = readlinkSync(join(modules, '@portico', name))
    symlinkSync(path, join(copy, 'node_modules/@portico', name))
  }
}

function addFiles() {
  const files = readdirSync(NEW_FILES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  cpSync(NEW_FILES, copy, { recursive: true })
  return files.length
}

function apply({ file, after, instead, line, listed }) {
  const path = join(copy, file)
  const lines = readFileSync(path, 'utf8').split('\n')
  const at = lines.findIndex((each) => (after ? each.includes(after) : instead.test(each)))
  if (at < 0) {
    say(`${file} has no line to go by`)
    return false
  }
  const written = typeof line === 'function' ? line() : line
  lines.splice(after ? at + 1 : at, after ? 0 : 1, written)
  writeFileSync(path, lines.join('\n'))
  // An import names what a list then holds: two lines for one thing.
  return !listed || apply({ file, ...listed })
}

// As version.test.ts reckons it, in the copy, with all that has been added before.
function hashLine() {
  const script = "import('./packages/protocol/src/testing-shape.ts').then(({ shapeHash }) => console.log(shapeHash()))"
  return `  4: '${run(['node', '-e', script]).stdout.trim()}',`
}

function leaveOut(edit) {
  const path = join(copy, edit.file)
  const before = readFileSync(path, 'utf8')
  cpSync(join(ROOT, edit.file), path, { force: true })
  const failure = firstFailure(edit.names)
  writeFileSync(path, before)
  if (!failure) isSound = false
  say(`  ${edit.file}: ${failure ? `named by ${failure.check}` : 'NOTHING SAYS SO'}`)
}

/** The first check that fails, and says this if anything is asked for. */
function firstFailure(names = '') {
  for (const check of CHECKS) {
    const { status, stdout } = run(check)
    if (status !== 0 && stdout.includes(names)) return { check: check.slice(0, 2).join(' '), output: stdout.slice(-4000) }
    if (status !== 0 && names === '') return { check: check.join(' '), output: stdout.slice(-4000) }
  }
  return undefined
}

function run([command, ...args]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, env: environment(), encoding: 'utf8' })
  return { status, stdout: `${stdout}${stderr}` }
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
