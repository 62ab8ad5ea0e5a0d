import type { Topic } from '@portico/protocol/topics'
import type { Db } from './db/database.ts'
import { reading } from './db/dialect.ts'
import { headOf, type Point } from './log.ts'
import { byName, type AnyCapability } from './registry.ts'
import { kindAndId } from './topic.ts'

export type Snapshot = Point & { view: object | undefined }
export type ReadSnapshot = (topic: Topic) => Promise<Snapshot>

/** The first state of a topic and its position, of one moment: both are read in one transaction. */
export function snapshotReader(db: Db, capabilities: readonly AnyCapability[]): ReadSnapshot {
  const read = byName(capabilities.map(({ snapshots }) => snapshots))
  return (topic) => {
    const { kind, id } = kindAndId(topic)
    return reading(db, async (tx) => ({ ...(await headOf(tx, topic)), view: await read(kind)(tx, id) }))
  }
}
