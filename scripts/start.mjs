// npm start: installs what is missing, builds what is stale, starts the server.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { COMPILED, environment, install, node, ROOT } from './install.mjs'

install()
build()

const young = '--max-semi-space-size=4' // MiB; with Node's own 16 it takes 35 MiB more and is no faster
const server = spawn(node(), [young, join(ROOT, 'packages/server/dist/main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...environment(), ...COMPILED },
})
// Ctrl-C reaches the server by itself; other signals are passed on, and its end is ours.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
