// Adds a small capability to a copy of the repository and shows what CONTRIBUTING.md promises: every new thing is in a file of its
// own, each existing file that must know of it gets one line, and whoever leaves a line out is told which.
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
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
const SHOWN_MAX = 4000
const INTERRUPTED = 130
const NEW_FILES = join(ROOT, 'scripts/trial')

/** One line each: put behind the first line that has `after` in it, or in the place of the last one that is like `instead`. */
const EDITS = [
  { file: 'packages/protocol/src/capabilities.ts', after: './system.ts', line: "export { thanks } from './thanks.ts'" },
  { file: 'packages/protocol/src/version.test.ts', instead: /^ {2}\d+: '\w+',$/, line: withNewHash },
  { file: 'packages/server/src/capabilities.ts', after: './system/', line: "export { thanks } from './thanks/index.ts'" },
  { file: 'packages/server/src/left-to-right.ts', after: "'conversations'", line: "  'thanks'," },
  { file: 'packages/client/src/views/apply.ts', after: './presence.ts', line: "export { thanksSteps } from './thanks.ts'" },
  { file: 'packages/console/src/rooms.ts', after: "'panel'", line: "  'thanks'," },
  {
    file: 'packages/widget/src/frame/parts.ts',
    after: './parts/ended/',
    line: "  { stands: 'foot', needed: isOver, soon: isOver, load: () => import('./parts/thanks/thanks.tsx') },",
  },
]

const REPORT = 'node_modules/report.json'
const vitest = (...args) => ['vitest', 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
// A machine that is shared may stand still for seconds; what fails twice is broken.
const TWICE = '--retry=1'
// These measure time, which says more of the machine than of a capability.
const UNTIMED = '--testNamePattern=^(?!.*\\[WR17\\])'
/** With every line in its place all of these are green. */
const SOUND = {
  format: ['oxfmt', '--check'],
  'unit tests': vitest('--project', 'rules', TWICE, UNTIMED),
  'flow tests and matrices, on each database': vitest('--project', 'flows', TWICE, 'src/thanks', '.matrix.test.ts'),
  lint: ['oxlint', '--deny-warnings'],
  types: ['node', 'scripts/check-types.mjs'],
}
/** Without one of them, one of these fails and names its file. */
const NAMING = vitest('--project', 'rules', 'src/places', 'src/version', 'src/architecture', 'frame/open-parts')

const HELP = `npm run trial            adds a capability to a copy, runs what it concerns, then leaves out each of its lines
npm run trial -- --keep  only adds it, and says where the copy is
`

const asked = process.argv.slice(2)
const unknown = asked.filter((each) => each !== '--keep' && each !== '--help')
if (asked.includes('--help') || unknown.length > 0) {
  process.stdout.write(HELP)
  process.exit(unknown.length > 0 ? 1 : 0)
}

const copy = mkdtempSync(join(tmpdir(), 'portico-trial-'))
/** Each file as it was without its line. */
const before = new Map()
let running
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt)

try {
  process.exitCode = (await trial()) ? 0 : 1
} catch (error) {
  if (!interrupted) throw error
  process.stdout.write('interrupted\n')
  process.exitCode = INTERRUPTED
} finally {
  if (!asked.includes('--keep')) rmSync(copy, { recursive: true, force: true })
}

async function trial() {
  copyRepository()
  const added = addFiles()
  for (const edit of EDITS) await add(edit)
  say(`${added} new files; ${EDITS.length} existing ones get a line each:`)
  for (const { file } of EDITS) say(`  ${file}`)
  if (EDITS.length > FILES_MAX) return false
  if (asked.includes('--keep')) {
    say(copy)
    return true
  }
  say('With every line in its place all is green:')
  for (const [name, check] of Object.entries(SOUND)) if (!(await isGreen(name, check))) return false
  say('Without one of them:')
  let areNamed = true
  for (const edit of EDITS) areNamed = (await isNamed(edit)) && areNamed
  return areNamed
}

function copyRepository() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' }).split('\n')
  for (const file of listed.filter((each) => each !== '' && existsSync(join(ROOT, each)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(ROOT, file), join(copy, file))
  }
  // Packages of others are shared, ours are those of the copy.
  const modules = join(ROOT, 'node_modules')
  mkdirSync(join(copy, 'node_modules/@portico'), { recursive: true })
  for (const name of readdirSync(modules)) {
    if (name !== '@portico') symlinkSync(join(modules, name), join(copy, 'node_modules', name))
  }
  for (const name of readdirSync(join(modules, '@portico'))) {
    symlinkSync(readlinkSync(join(modules, '@portico', name)), join(copy, 'node_modules/@portico', name))
  }
}

function addFiles() {
  cpSync(NEW_FILES, copy, { recursive: true })
  return readdirSync(NEW_FILES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}

async function add({ file, after, instead, line }) {
  const text = readFileSync(join(copy, file), 'utf8')
  before.set(file, text)
  const lines = text.split('\n')
  const at = after ? lines.findIndex((each) => each.includes(after)) : lines.findLastIndex((each) => instead.test(each))
  if (at < 0) throw new Error(`${file} has no line to go by`)
  if (after) lines.splice(at + 1, 0, line)
  else lines[at] = await line(lines[at])
  writeFileSync(join(copy, file), lines.join('\n'))
}

// As version.test.ts reckons it, in the copy, with all that has been added before.
async function withNewHash(line) {
  const script = "import('./packages/protocol/src/testing-shape.ts').then(({ shapeHash }) => console.log(shapeHash()))"
  const { output } = await run(['node', '-e', script])
  return line.replace(/'\w+'/, `'${/^[\da-f]{16}$/m.exec(output)?.[0]}'`)
}

async function isGreen(name, check) {
  const { status, output } = await timed(name, () => run(check))
  say(status === 0 ? 'green' : `RED\n${output.slice(-SHOWN_MAX)}`)
  return status === 0
}

async function isNamed({ file }) {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(path, before.get(file))
  const failures = await timed(file, async () => ((await run(NAMING)).status === 0 ? [] : readFailures()))
  writeFileSync(path, whole)
  const naming = failures.find(({ says }) => says.includes(file))
  say(naming ? `named by ${naming.test}` : 'NOTHING SAYS SO')
  return naming !== undefined
}

function readFailures() {
  const { testResults } = JSON.parse(readFileSync(join(copy, REPORT), 'utf8'))
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({ test: fullName.trim(), says: failureMessages.join('\n') }))
}

async function timed(name, work) {
  process.stdout.write(`  ${name} … `)
  const from = performance.now()
  const done = await work()
  process.stdout.write(`${((performance.now() - from) / 1000).toFixed(0)} s, `)
  return done
}

function run([command, ...args]) {
  return new Promise((resolve, reject) => {
    if (interrupted) throw new Error('interrupted')
    // Of a group of its own, so that all it has begun ends with it.
    running = spawn(command, args, { cwd: copy, env: environment(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [running.stdout, running.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    running.on('error', reject)
    running.on('close', (status) => {
      running = undefined
      if (interrupted) reject(new Error('interrupted'))
      else resolve({ status, output })
    })
  })
}

function interrupt(signal) {
  interrupted = true
  try {
    if (running) process.kill(-running.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error // it has just ended
  }
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
