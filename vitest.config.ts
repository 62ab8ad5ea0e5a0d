import { configDefaults, defineConfig } from 'vitest/config'
import { longestFirst } from './packages/testkit/src/longest-first.ts'

// Whoever starts servers, threads, processes or databases, or looks at the memory of its own process.
const FLOWS = ['**/*.flow.test.ts', '**/*.matrix.test.ts', '**/platform/db/*.test.ts']
const LONG = '**/*.long.test.ts'
// They start processes, or wait for clocks that nobody can move.
const LONGEST = /\/(main|killed|slow-disk|late-requests|command-line|lost-database)\.flow\.test\.ts$/
// Templates of a capability that `npm run trial` adds to a copy.
const TRIAL = 'scripts/trial/**'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // A machine that is shared may stand still for seconds; what fails twice is broken.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    sequence: { sequencer: longestFirst(LONGEST) },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['packages/**/*.test.ts', 'scripts/**/*.test.mjs', 'bench/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...FLOWS, LONG, TRIAL],
          // They are functions of what they are given: a process for each file would cost more than all of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: FLOWS,
          exclude: [...configDefaults.exclude, LONG, TRIAL],
          globalSetup: ['packages/testkit/src/global-setup.ts'],
          // Node itself imports them, as it imports the server they start, once in each worker and compiled before: a server's state
          // is its own, and one process starts several of them in every file anyway.
          isolate: false,
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
    ],
  },
})
