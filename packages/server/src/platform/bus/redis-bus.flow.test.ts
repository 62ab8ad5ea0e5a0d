import { newId } from '@portico/protocol/new-id'
import { describe, inject } from 'vitest'
import { realClock } from '../clock.ts'
import { busContract } from './bus-contract.ts'
import { openRedisBus } from './redis-bus.ts'

const url = inject('redis')
const channel = newId()
describe.skipIf(url === null)('on Redis', () => {
  busContract('the bus over Redis', () =>
    openRedisBus({ url: url ?? '', channel, node: newId(), clock: realClock, onBus: () => {} }),
  )
})
