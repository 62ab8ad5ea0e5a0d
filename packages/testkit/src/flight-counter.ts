import { connect, createServer, type Socket } from 'node:net'

const SYNC = 'S'.charCodeAt(0)
const SIMPLE_QUERY = 'Q'.charCodeAt(0)
const READY = 'Z'.charCodeAt(0)
const BEGIN = 'begin\0'
const COMMIT = 'commit\0'
const HEADER_BYTES = 5
const LENGTH_BYTES = 4

/** One transaction, from its `begin` to the answer to its `commit`: how often it waited, and all that it said. */
type Flown = { flights: number; said: string }

type FlightCounter = {
  port: number
  transactions: () => readonly Flown[]
  close: () => void
}

/**
 * A path to PostgreSQL that counts how often a transaction says something and then waits. Answers are handed on when all that was asked
 * has been answered, so whoever asks again has waited for the whole flight.
 */
export async function openFlightCounter(target: { host: string; port: number }): Promise<FlightCounter> {
  const sockets = new Set<Socket>()
  const transactions: Flown[] = []

  const server = createServer((near) => {
    const far = connect(target)
    let awaited = 1 // what it begins with is answered by being ready
    let isOut = false
    let held: Buffer[] = []
    let flown: Flown = { flights: 0, said: '' }
    const count = (kinds: readonly number[], isAmong: readonly number[]) => kinds.filter((kind) => isAmong.includes(kind)).length
    const asked = kindsOf({ begins: true })
    const answered = kindsOf({ begins: false })
    near.on('data', (data) => {
      const text = data.toString('latin1')
      if (text.includes(BEGIN)) flown = { flights: 0, said: '' }
      flown = { flights: flown.flights + (isOut ? 0 : 1), said: flown.said + text }
      if (text.includes(COMMIT)) transactions.push(flown)
      isOut = true
      awaited += count(asked(data), [SYNC, SIMPLE_QUERY])
      far.write(data)
    })
    far.on('data', (data) => {
      held.push(data)
      awaited -= count(answered(data), [READY])
      if (awaited > 0) return
      isOut = false
      near.write(Buffer.concat(held))
      held = []
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    transactions: () => transactions,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** The kinds of the messages in one direction, of however many packets each. The first one of a client bears no kind. */
function kindsOf({ begins }: { begins: boolean }): (data: Buffer) => readonly number[] {
  let rest = Buffer.alloc(0)
  let isFirst = begins
  return (data) => {
    const kinds: number[] = []
    rest = Buffer.concat([rest, data])
    for (;;) {
      const kindBytes = isFirst ? 0 : HEADER_BYTES - LENGTH_BYTES
      if (rest.length < kindBytes + LENGTH_BYTES) return kinds
      const bytes = kindBytes + rest.readUInt32BE(kindBytes)
      if (rest.length < bytes) return kinds
      if (!isFirst) kinds.push(rest.readUInt8(0))
      isFirst = false
      rest = rest.subarray(bytes)
    }
  }
}
