import type { OperatorId } from '@portico/protocol/ids'
import { announce, readAnnounced, writeAnnounced } from './announced.ts'

/** What one tab writes into the storage reaches the others after a moment; longer than that a lock says it. */
const CLAIMED_MS = 10_000

/** Each kind is remembered apart: many messages must not make one forget a request, which would call again then. */
const KEYS = { request: 'portico.announced', message: 'portico.announced.messages' } as const

type Asked = { me: OperatorId; kind: keyof typeof KEYS; names: readonly string[] }

/** Of these, those that no tab has announced to this operator before; asking makes them announced. */
export async function takeUnannounced({ me, kind, names }: Asked): Promise<readonly string[]> {
  const key = `${KEYS[kind]}.${me}`
  const { fresh, remembered } = announce(readAnnounced(localStorage.getItem(key)), names)
  if (fresh.length === 0) return fresh
  localStorage.setItem(key, writeAnnounced(remembered))
  const claims = await Promise.all(fresh.map((id) => claim(`${key}.${id}`)))
  return fresh.filter((_, index) => claims[index])
}

/** True for the first tab alone. Over plain http there are no locks, and each tab counts as the first. */
function claim(name: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((answer) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      answer(lock !== null)
      return lock && new Promise((release) => setTimeout(release, CLAIMED_MS))
    })
  })
}
