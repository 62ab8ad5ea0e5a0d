#!/usr/bin/env node
// The command line beside the server: portico backup | restore | reset-password | doctor.
import { runCommandLine } from './command-line.ts'

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  env: process.env,
  now: Date.now,
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
