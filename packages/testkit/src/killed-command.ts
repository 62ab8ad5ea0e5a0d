// The command line as a process of its own, which ends at the point that KILL_AT names.
import { writeSync } from 'node:fs'
import { runCommandLine } from '@portico/server/command-line'

const { KILL_AT: point, ...env } = process.env

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  env,
  now: Date.now,
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  passing: (passed) => {
    if (passed !== point) return
    writeSync(1, `killed ${passed}\n`)
    process.kill(process.pid, 'SIGKILL')
  },
})
