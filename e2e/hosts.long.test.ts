import { operator } from '@portico/testkit/person'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOwner } from './desk.ts'
import { openAnswering, type Answering } from './hosts/answering.ts'
import { HOSTS } from './hosts/hosts.ts'
import { lookAt } from './hosts/look-at.ts'
import { openHosts } from './hosts/open-hosts.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let hosts: { url: string; close: () => void }
let ann: Answering
beforeAll(async () => {
  stage = await openStage({ trusted: '127.0.0.1' })
  hosts = await openHosts(stage.url, HOSTS)
  ann = openAnswering(await operator(stage.place, 'Ann', await makeOwner(stage)))
})
afterAll(async () => {
  hosts.close()
  await stage.close()
})

test.each(HOSTS)('[WG61] on the page $name the chat is at home, and does it no harm', async (host) => {
  expect(await lookAt({ stage, at: hosts.url, ann, host })).toEqual({})
})
