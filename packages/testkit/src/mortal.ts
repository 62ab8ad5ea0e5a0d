import type { InTransaction } from '@portico/server/platform/db/database'

export type Death = { passage: number; at: 'before-commit' | 'after-commit' }

/**
 * As if the process were killed in its so-manieth transaction: that one is undone, or done and nobody hears of it; after it
 * nothing more is done here. Whoever waits for it waits for ever; `died` is told.
 */
export function mortal({ passage, at }: Death, died = () => {}): (inTransaction: InTransaction) => InTransaction {
  let passed = 0
  const never = () => new Promise<never>(() => {})
  return (inTransaction) => async (work) => {
    passed++
    if (passed > passage) return never()
    if (passed < passage) return inTransaction(work)
    if (at === 'after-commit') await inTransaction(work)
    else {
      const killed = new Error('killed')
      await inTransaction(async (tx) => {
        await work(tx)
        throw killed
      }).catch((error: unknown) => {
        if (error !== killed) throw error
      })
    }
    died()
    return never()
  }
}
