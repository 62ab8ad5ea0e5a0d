import { onEachDatabase } from '@portico/testkit/databases'
import { test } from 'vitest'
import { killAgainAndAgain } from './testing-kills.ts'

onEachDatabase((create) => {
  test('[WR1] killed 10 times at each named point, the server has every acknowledged message once and in order', async () => {
    await killAgainAndAgain(await create(), { atRandom: 0, perPoint: 10 })
  })
})
