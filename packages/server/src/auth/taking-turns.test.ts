import { expect, test } from 'vitest'
import { takingTurns } from './taking-turns.ts'

test('[AU32] so many at once and so many waiting; who is known goes first, and no crowd keeps him out', async () => {
  const turns = takingTurns({ atOnce: 2, waitingMax: 3 })
  const begun: string[] = []
  const finish: (() => void)[] = []
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => finish.push(() => resolve(name)))
  }
  const taken = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => turns.take('anybody', work(name)))
  expect(taken.map((each) => each === undefined)).toEqual([false, false, false, false, false, true, true])
  const ann = turns.take('known', work('ann'))
  expect(begun).toEqual(['a', 'b'])
  for (const name of ['a', 'b', 'ann', 'c', 'd', 'e']) {
    finish.shift()?.()
    await (name === 'ann' ? ann : taken['abcde'.indexOf(name)])
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(begun).toEqual(['a', 'b', 'ann', 'c', 'd', 'e'])
  expect(turns.take('anybody', work('h'))).toBeDefined()
})

test('[AU32] a work that fails gives its turn to the next', async () => {
  const turns = takingTurns({ atOnce: 1, waitingMax: 1 })
  const failing = turns.take('anybody', () => Promise.reject(new Error('no memory')))
  const next = turns.take('anybody', () => Promise.resolve('next'))
  await expect(failing).rejects.toThrow('no memory')
  expect(await next).toBe('next')
})
