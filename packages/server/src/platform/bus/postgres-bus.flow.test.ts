import { newId } from '@portico/protocol/new-id'
import { describe, inject } from 'vitest'
import { realClock } from '../clock.ts'
import { busContract } from './bus-contract.ts'
import { openPostgresBus } from './postgres-bus.ts'

const url = inject('postgres')
describe.skipIf(url === null)('on PostgreSQL', () => {
  busContract('the bus over LISTEN and NOTIFY', () =>
    openPostgresBus({ url: url ?? '', node: newId(), clock: realClock, onBus: () => {} }),
  )
})
