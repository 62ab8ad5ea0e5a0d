import { expect, onTestFinished, test } from 'vitest'
import { startPortico } from '../server/server-process.ts'
import { temporaryFolder } from '../server/temporary-folder.ts'
import { openCrowd } from './crowd.ts'
import { pace } from './pace.ts'
import { populate } from './population.ts'
import { connectTalks } from './talk.ts'

test('[BN4] the people of a measure come into a database as it is today, and what they say is acked and delivered', async () => {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  const population = await populate({ folder: path }, { teams: 2, operatorsPerTeam: 1, conversationsPerOperator: 2 })
  const { signal } = new AbortController()
  const server = await startPortico(path, { signal })
  onTestFinished(server.stop)
  const crowd = openCrowd({ port: server.port, kind: 'portico' })
  onTestFinished(crowd.close)
  const talks = await crowd.undisturbed(connectTalks(crowd, population))
  const { acks, deliveries } = await crowd.undisturbed(pace({ talks, perSecond: 40, ms: 200, signal }))
  expect([talks.length, acks.length, deliveries.length]).toEqual([4, 8, 8])
})
