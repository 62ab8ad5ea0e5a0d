import { measured, type Bench, type Measure, type Surroundings } from './measure.ts'
import { pace, type Latencies } from './load/pace.ts'
import { median, percentile } from './load/percentile.ts'
import { sustain } from './load/sustain.ts'
import { connectTalks } from './load/talk.ts'
import { withPair } from './server/pair.ts'

const ROUNDS = 5
const WARM_UP_MS = 1000
const SUSTAINED_MS = 2500
const PACED_MS = 8000
const PER_SECOND = 200
// Teams of eight, so that a list is told of the movements of its own channel and not of everybody's.
const TALKS = { teams: 64, operatorsPerTeam: 8, conversationsPerOperator: 1 }
const SENDERS = [64, 256]
const PACED = { teams: 10, operatorsPerTeam: 5, conversationsPerOperator: 10 }

export const run: Bench = async (surroundings) => {
  const measures: Measure[] = []
  for (const senders of SENDERS) measures.push(await measureSustained(surroundings, senders))
  measures.push(...(await measurePaced(surroundings)))
  return measures
}

function measureSustained({ progress, signal }: Surroundings, senders: number): Promise<Measure> {
  return withPair({ size: TALKS, signal }, async ({ portico, bare, population }) => {
    const rates = { portico: [] as number[], bare: [] as number[] }
    const talks = population.operators.length
    progress(`connecting ${talks} operators and ${talks} visitors to each server`)
    const sides = [
      { ...portico, rates: rates.portico, talks: await connectTalks(portico.crowd, population), name: 'Portico' },
      { ...bare, rates: rates.bare, talks: await connectTalks(bare.crowd, population), name: 'bare' },
    ]
    for (let round = 1; round <= ROUNDS; round++) {
      for (const { name, crowd, talks, rates } of sides) {
        const sustained = sustain({ talks, atOnce: senders, warmUpMs: WARM_UP_MS, ms: SUSTAINED_MS, signal })
        const { perSecond: rate } = await crowd.undisturbed(sustained)
        rates.push(rate)
        progress(`${senders} senders, round ${round} of ${ROUNDS}, ${name}: ${Math.round(rate)} messages a second`)
      }
    }
    return measured({
      measure: `messages sustained by ${senders} senders, durable, acked and delivered`,
      unit: 'messages/s',
      value: median(rates.portico),
      baseline: median(rates.bare),
      ratio: median(rates.portico.map((rate, round) => rate / (rates.bare[round] ?? NaN))),
      limit: { of: 'ratio', atLeast: 0.5 },
    })
  })
}

function measurePaced({ progress, signal }: Surroundings): Promise<Measure[]> {
  return withPair({ size: PACED, signal }, async ({ portico, bare, population }) => {
    const conversations = population.visitors.length
    const latencies: Latencies[] = []
    for (const { crowd, name } of [
      { ...portico, name: 'Portico' },
      { ...bare, name: 'bare' },
    ]) {
      const talks = await connectTalks(crowd, population)
      progress(`${PER_SECOND} messages a second in ${conversations} conversations, ${name}`)
      await crowd.undisturbed(pace({ talks, perSecond: PER_SECOND, ms: WARM_UP_MS, signal }))
      latencies.push(await crowd.undisturbed(pace({ talks, perSecond: PER_SECOND, ms: PACED_MS, signal })))
      crowd.close()
    }
    const [own, other] = latencies
    if (!own || !other) throw new Error('both servers were measured')
    const figure = (what: keyof Latencies, share: number) => ({
      unit: 'ms',
      value: percentile(own[what], share),
      baseline: percentile(other[what], share),
    })
    const load = `at ${PER_SECOND} messages/s in ${conversations} conversations`
    return [
      measured({ measure: `ack p50 ${load}`, ...figure('acks', 0.5) }),
      measured({ measure: `ack p99 ${load}`, ...figure('acks', 0.99), limit: { of: 'value', atMost: 50 } }),
      measured({ measure: `delivery p99 ${load}`, ...figure('deliveries', 0.99), limit: { of: 'value', atMost: 100 } }),
    ]
  })
}
