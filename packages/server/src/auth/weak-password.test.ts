import { expect, test } from 'vitest'
import { isWeak } from './weak-password.ts'

test('[AU33] what is tried first is refused: common and leaked passwords, patterns, and the person’s own words', async () => {
  const words = ['Ann Ricci', 'ann@barroesal.example', 'barroesal']
  const weak = [
    'password1234',
    'P@ssw0rd123',
    'qwertyuiop',
    '1234567890',
    'aaaaaaaaaaaa',
    'iloveyou123',
    'motdepasse1',
    'barroesal1',
  ]
  for (const password of weak) expect([password, await isWeak(password, words)]).toEqual([password, true])
  for (const password of ['seven blue lanterns', 'kQ8!mzp2Lw', 'une phrase assez longue'])
    expect([password, await isWeak(password, words)]).toEqual([password, false])
})

test('[AU33] so many wait for a verdict and no more, and the longest password takes no longer', async () => {
  const asked = Array.from({ length: 25 }, () => isWeak('aB3$'.repeat(50), []))
  const waiting = asked.filter((each) => each !== undefined)
  expect(waiting).toHaveLength(20)
  await Promise.all(waiting)
  expect(await isWeak('seven blue lanterns', [])).toBe(false)
})
