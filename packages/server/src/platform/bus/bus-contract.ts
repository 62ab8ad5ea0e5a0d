import type { Topic } from '@portico/protocol/topics'
import { eventually, present } from '@portico/testkit/eventually'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../must.ts'
import { FLEETING_BYTES_MAX, type Bus, type BusCounts, type Heard } from './bus.ts'

const MANY = 500

/** What holds of every bus. `openBus` opens that of one more node of the same installation. */
export function busContract(name: string, openBus: () => Promise<Bus> | Bus): void {
  describe(name, () => {
    let [here, there, third]: Bus[] = []
    const buses = () => [here, there, third].filter((bus) => bus !== undefined)
    beforeAll(async () => {
      ;[here, there, third] = [await openBus(), await openBus(), await openBus()]
      await eventually(() => expect(buses().map((bus) => bus.isUp())).toEqual([true, true, true]))
    })
    afterAll(() => Promise.all(buses().map((bus) => bus.close())))

    test('[ND5] what is said, what is heard of others and what is too long to be said is counted', async () => {
      const before = buses().map((bus) => bus.counts())
      const more = (n: number, way: keyof BusCounts) => (buses()[n]?.counts()[way] ?? 0) - (before[n]?.[way] ?? 0)
      here?.publishFleeting('settings', { type: 'draft', text: 'x'.repeat(FLEETING_BYTES_MAX) })
      here?.announce([{ topic: 'settings', position: 9 }])
      await eventually(() => expect([more(1, 'in'), more(2, 'in')]).toEqual([1, 1]))
      await eventually(() => expect([more(0, 'out'), more(0, 'in'), more(0, 'dropped')]).toEqual([1, 0, 1]))
      expect([more(1, 'out'), more(2, 'dropped')]).toEqual([0, 0])
    })

    test('[ND1] what a node says of a topic is heard by every other that listens to it, and not by itself', async () => {
      const [own, one, two] = buses().map((bus) => listen(bus, 'chat:c1'))
      here?.announce([
        { topic: 'chat:c1', position: 7 },
        { topic: 'chat:c2', position: 8 },
      ])
      for (const heard of [one, two]) await eventually(() => expect(heard?.all).toEqual([{ state: 'moved', position: 7 }]))
      here?.publishFleeting('chat:c1', { type: 'visitor.here' })
      for (const heard of [one, two]) await present(() => heard?.all.some(({ state }) => state === 'fleeting'))
      expect(own?.all).toEqual([])
      for (const heard of [own, one, two]) heard?.stop()
    })

    test('[ND1] who has ended his listening hears nothing more, others on the same topic do', async () => {
      const [first, second] = [listen(must(there), 'settings'), listen(must(there), 'settings')]
      first.stop()
      here?.announce([{ topic: 'settings', position: 1 }])
      await present(() => second.all.length === 1)
      expect(first.all).toEqual([])
      second.stop()
    })

    test('[ND2] many heads at once are all heard of, of each topic the newest', async () => {
      const heard = listen(must(there), 'chat:many')
      const last = listen(must(there), 'chat:last')
      for (let position = 1; position <= MANY; position++) here?.announce([{ topic: 'chat:many', position }])
      here?.announce(Array.from({ length: MANY }, (_, n) => ({ topic: `chat:${n}` as Topic, position: 1 }))) // within the pattern
      here?.announce([{ topic: 'chat:last', position: 1 }])
      await present(() => last.all.length === 1)
      await eventually(() => expect(positionsOf(heard.all).at(-1)).toBe(MANY))
      expect(positionsOf(heard.all)).toEqual(positionsOf(heard.all).toSorted((a, b) => a - b))
      heard.stop()
      last.stop()
    })

    test('[ND3] a fleeting message of 2 KB goes over, a longer one does not', async () => {
      const heard = listen(must(there), 'conversation:c1')
      const draft = (bytes: number) => ({ type: 'draft', text: 'é'.repeat((bytes - 26) / 2) }) as const
      expect(Buffer.byteLength(JSON.stringify(draft(FLEETING_BYTES_MAX)))).toBe(FLEETING_BYTES_MAX)
      here?.publishFleeting('conversation:c1', draft(FLEETING_BYTES_MAX + 2))
      here?.publishFleeting('conversation:c1', draft(FLEETING_BYTES_MAX))
      await present(() => heard.all.length > 0)
      expect(heard.all).toEqual([{ state: 'fleeting', fleeting: draft(FLEETING_BYTES_MAX) }])
      heard.stop()
    })
  })
}

function listen(bus: Bus, topic: Topic): { all: Heard[]; stop: () => void } {
  const all: Heard[] = []
  return { all, stop: bus.subscribe(topic, (heard) => all.push(heard)) }
}

const positionsOf = (all: readonly Heard[]) => all.flatMap((heard) => (heard.state === 'moved' ? [heard.position] : []))
