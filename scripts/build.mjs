// Builds front end and server where they are older than their sources. `--force` builds them anyway.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { environment, node, ROOT } from './install.mjs'

const BUILT = ['widget', 'console', 'server']
const SHARED = ['packages/client', 'packages/protocol/src', 'package-lock.json']
const COMPRESSED = ['.js', '.css', '.html', '.svg', '.json', '.webmanifest']
const WORTHWHILE_BYTES = 512

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--help'))
    process.stdout.write('npm run build [-- --force]: builds widget, console and server where stale\n')
  else build(process.argv.includes('--force'))
}

export function build(force = false) {
  for (const name of BUILT) {
    const dist = join(ROOT, 'packages', name, 'dist')
    const stamp = join(dist, '.built')
    if (!force && existsSync(stamp) && statSync(stamp).mtimeMs >= newest(name)) continue
    process.stdout.write(`Building the ${name} …\n`)
    const { status } = spawnSync(node(), [join(ROOT, 'packages', name, 'build.mjs')], {
      cwd: ROOT,
      stdio: 'inherit',
      env: environment(),
    })
    if (status !== 0) process.exit(status ?? 1)
    if (name !== 'server') for (const file of filesIn(dist)) compress(file)
    writeFileSync(stamp, '')
  }
}

function newest(name) {
  const sources = [join(ROOT, 'packages', name), ...SHARED.map((path) => join(ROOT, path))]
  return Math.max(...sources.flatMap(filesIn).map((file) => statSync(file).mtimeMs))
}

function filesIn(path) {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap(({ name }) => filesIn(join(path, name)))
}

// Made once here, so that the server sends them as they are.
function compress(file) {
  if (!COMPRESSED.includes(extname(file))) return
  const content = readFileSync(file)
  if (content.length < WORTHWHILE_BYTES) return
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}
