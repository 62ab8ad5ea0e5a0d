import { onEachDatabase } from '@portico/testkit/databases'
import { test } from 'vitest'
import { killAgainAndAgain } from './testing-kills.ts'

onEachDatabase((create) => {
  test('[WR1] killed 50 times at random, the server has every acknowledged message once and in order', async () => {
    await killAgainAndAgain(await create(), { atRandom: 50, perPoint: 0 })
  })
})
