import { defineConfig } from 'vitest/config'

/** npm run test:long: what needs many rounds. One pair of each axis is in npm test. */
export default defineConfig({
  test: {
    include: ['packages/**/*.long.test.ts', 'e2e/**/*.long.test.ts'],
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: '100%',
  },
})
