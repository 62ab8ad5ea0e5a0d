import { onEachDatabase } from '@portico/testkit/databases'
import { mortal, type Death } from '@portico/testkit/mortal'
import { openToyRoad } from '@portico/testkit/toy-road'
import { answersOf, toys } from '@portico/testkit/toys'
import { expect, test } from 'vitest'

const ROUNDS = 60
const PASSAGES = 40
const COUNT = 30
const T = Date.UTC(2026, 10, 20, 9)

onEachDatabase((create) => {
  test(`[JB3] nodes killed ${ROUNDS} times, each at another transaction: every job is done once`, async () => {
    const database = await create()
    const writer = await openToyRoad(database, { capabilities: [toys] })
    const faults: unknown[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const names = Array.from({ length: COUNT }, (_, i) => `bear${round}-${i}`)
      await writer.run({ type: 'toy.begin', toys: names.slice(0, COUNT / 2), n: round }, T)
      for (const toy of names.slice(COUNT / 2)) await writer.run({ type: 'toy.wind-up', toy, n: round, at: T + 1000 }, T)
      const death: Death = { passage: 1 + (round % PASSAGES), at: round % 2 === 0 ? 'before-commit' : 'after-commit' }
      const dying = await openToyRoad(database, { capabilities: [toys], around: mortal(death) })
      void dying.road.tick(T + 1000)
      if (database.name === 'PostgreSQL') await writer.road.tick(T + 1000)
      // The time of a lease is the database's own, which no test moves.
      await writer.db.updateTable('job_line').set({ leased_until: 0 }).execute()
      await writer.road.tick(T + 1000)
      await dying.db.destroy()
      faults.push(...dying.faults)
    }
    const answers = await answersOf(writer.db)
    expect(new Set(answers.map(({ toy, n }) => `${toy} ${n}`)).size).toBe(ROUNDS * COUNT)
    expect(answers).toHaveLength(ROUNDS * COUNT)
    expect(await writer.db.selectFrom('job').select('id').execute()).toEqual([])
    expect([...faults, ...writer.faults]).toEqual([])
    await writer.close()
    await database.drop()
  })
})
