import { writeSync } from 'node:fs'
import type { InTransaction } from '@portico/server/platform/db/database'

export const KILL_POINTS = ['before-commit', 'after-commit', 'before-announcing'] as const
export type KillPoint = (typeof KILL_POINTS)[number]

/** What the process that is to die was told: where, and at which passage of that point. */
export const readOrder = (env: NodeJS.ProcessEnv) => ({
  point: env.KILL_POINT as KillPoint | undefined,
  passage: Number(env.KILL_PASSAGE),
})

/** As if the power had gone: nothing is flushed, nobody is told. The line before tells the test that the point was hit. */
export function die(point: KillPoint): never {
  writeSync(1, `killed ${point}\n`)
  process.kill(process.pid, 'SIGKILL')
  throw new Error('still alive')
}

/** Ends the process inside a transaction that has done all its work, or right after its commit before anybody knows. */
export function killingAround(env: NodeJS.ProcessEnv): (inTransaction: InTransaction) => InTransaction {
  const { point, passage } = readOrder(env)
  let passed = 0
  return (inTransaction) => async (work) => {
    passed++
    const isTheOne = passed === passage
    const result = await inTransaction(async (tx) => {
      const done = await work(tx)
      if (isTheOne && point === 'before-commit') die(point)
      return done
    })
    if (isTheOne && point === 'after-commit') die(point)
    return result
  }
}
