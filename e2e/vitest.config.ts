import { defineConfig } from 'vitest/config'
import { longestFirst } from '../packages/testkit/src/longest-first.ts'

/** They look at every scene, one in each worker. */
const LONGEST = /\/accessibility-[\w-]+\.e2e\.ts$/

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    // Each file has a server, a database and contexts of its own; what it imports and the browser are the worker's.
    isolate: false,
    sequence: { sequencer: longestFirst(LONGEST) },
  },
})
