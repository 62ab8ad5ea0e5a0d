// Type check of every project of the repository; all faults are shown, not the first project's alone.
import { spawnSync } from 'node:child_process'

const PROJECTS = ['tsconfig.json', 'e2e/tsconfig.json', 'packages/widget/tsconfig.json', 'packages/console/tsconfig.json']

const failed = PROJECTS.filter(
  (project) => spawnSync('tsc', ['-p', project], { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0,
)
process.exitCode = failed.length > 0 ? 1 : 0
