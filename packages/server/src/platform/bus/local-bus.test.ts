import { busContract } from './bus-contract.ts'
import { openLocalBus, type BusRoom } from './local-bus.ts'

const room: BusRoom = new Set()
busContract('the bus of one process', () => openLocalBus(room))
