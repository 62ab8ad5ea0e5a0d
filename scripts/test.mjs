// npm test: installs what is missing, finds or installs a browser, then runs what CI runs. npm run test:long does the same for
// what needs many rounds.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { environment, install, ROOT } from './install.mjs'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const [script = 'ci'] = process.argv.slice(2)
install()
const browser = findBrowser() ?? installBrowser()
if (!browser) fail('No Chromium was found and none could be installed; install one, or name it in PORTICO_BROWSER.')

const { status } = spawnSync('npm', ['run', '--silent', script], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...environment(), PORTICO_BROWSER: browser },
})
process.exit(status ?? 1)

function findBrowser() {
  const named = process.env.PORTICO_BROWSER
  if (named) return existsSync(named) ? named : fail(`PORTICO_BROWSER names ${named}, which is not there.`)
  const folders = (process.env.PATH ?? '').split(':')
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
}

function installBrowser() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stdout.write('Installing Chromium …\n')
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet)
  return findBrowser()
}

function fail(why) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
