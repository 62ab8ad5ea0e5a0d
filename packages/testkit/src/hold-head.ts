import type { Topic } from '@portico/protocol/topics'
import pg from 'pg'
import type { TestDatabase } from './test-database.ts'

/** Whatever is said on this topic waits for a lock, until the returned function is called. */
export async function holdHead({ environment }: TestDatabase, topic: Topic): Promise<() => Promise<void>> {
  const holder = new pg.Client(environment['PORTICO_DATABASE'])
  await holder.connect()
  await holder.query('begin')
  await holder.query('select 1 from topic_head where topic = $1 for update', [topic])
  let isHeld = true
  return async () => {
    if (!isHeld) return
    isHeld = false
    await holder.query('commit')
    await holder.end()
  }
}
