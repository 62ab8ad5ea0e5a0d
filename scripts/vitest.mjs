// Runs vitest with the arguments given. What tests write stands in memory where the machine has enough: on a disk each of their
// commits would wait for it, and what disks do to a server is shown by some that are made to fail. On CI, whose machine is shared
// and may stand still for seconds, the files that failed are run once more from the beginning, on servers and in browsers of their
// own. What fails twice is broken. Says at the end which files were the slowest.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { COMPILED, environment, ROOT } from './install.mjs'

/** More than these have not failed by chance. */
const FAILED_FILES_MAX = 4
const SLOWEST = 20
const MEMORY = '/dev/shm'
const MEMORY_MIN = 6 * 1024 ** 3

const asked = process.argv.slice(2)
if (asked.includes('--help')) {
  process.stdout.write(
    'node scripts/vitest.mjs [vitest arguments]: runs vitest; with CI set, files that failed are run once more\n',
  )
  process.exit(0)
}
const folder = mkdtempSync(join(hasMemory() ? MEMORY : tmpdir(), 'portico-tests-'))
// PostgreSQL runs as somebody else where this is root.
chmodSync(folder, 0o711)
const first = run(asked)
sayWhatIsSlow(first.files)
const failed = first.status === 0 ? [] : first.files.filter(({ status }) => status === 'failed').map(({ name }) => name)
const again = process.env.CI && failed.length > 0 && failed.length <= FAILED_FILES_MAX
if (again) process.stdout.write(`\nOnce more, from the beginning: ${failed.join(' ')}\n`)
const { status } = again ? run([...asked, ...failed]) : first
// A server that was killed may write a last word.
rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
process.exit(status)

function run(args) {
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  rmSync(report, { force: true })
  const env = { ...environment(), ...COMPILED, TMPDIR: folder }
  const ended = spawnSync('vitest', ['run', ...reporters, ...args], { cwd: ROOT, stdio: 'inherit', env })
  return { status: ended.status ?? 1, files: readFiles(report) }
}

// None where vitest itself has failed: then there is no report.
function readFiles(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return []
  }
}

function sayWhatIsSlow(files) {
  const slowest = files
    .map(({ name, startTime, endTime }) => ({ name: relative(ROOT, name), seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST)
  const lines = slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name}\n`)
  if (files.length > 1) process.stdout.write(`\nThe slowest of ${files.length} files:\n${lines.join('')}`)
}

function hasMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= MEMORY_MIN
  } catch {
    return false
  }
}
