// Installs what the lock file names when it is not there yet, or has changed since. Runs on whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
/** The server's TypeScript is stripped and compiled once, not at each start: that saves a third of the start and 40 MiB. */
export const COMPILED = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'portico') }
const MARK = join(ROOT, 'node_modules', '.package-lock.json')
const LOCK = join(ROOT, 'package-lock.json')
const NODE_MIN = [22, 19]

export function install() {
  if (existsSync(MARK) && statSync(MARK).mtimeMs >= statSync(LOCK).mtimeMs) return
  process.stdout.write('Installing dependencies …\n')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', ['ci', ...quiet], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) stop('npm ci failed; see above.')
}

/** The Node that npm brought, or this one where it has none for the machine. */
export function node() {
  const brought = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(brought)) return brought
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1])) {
    stop(
      `Node ${process.versions.node} is too old and npm has none for this machine; install Node ${NODE_MIN.join('.')} or newer.`,
    )
  }
  return process.execPath
}

/** The environment in which the commands of node_modules come first. */
export function environment() {
  const bin = join(ROOT, 'node_modules', '.bin')
  return { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` }
}

function stop(why) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
