// npm run portico -- <command>: the command line beside the server, on the Node that npm brought.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { environment, install, node, ROOT } from './install.mjs'

install()
// Ctrl-C reaches it by itself, and its end is ours.
process.on('SIGINT', () => {})
const { status } = spawnSync(node(), [join(ROOT, 'packages/server/src/portico.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: environment(),
})
process.exit(status ?? 1)
