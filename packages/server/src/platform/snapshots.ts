import type { Topic } from '@portico/protocol/topics'
import { LISTS } from '@portico/protocol/views'
import type { Db } from './db/database.ts'
import { reading } from './db/dialect.ts'
import { fillElements } from './elements.ts'
import { headOf, type Point } from './log.ts'
import { allByName, type AnyCapability } from './registry.ts'
import { kindAndId } from './topic.ts'

export type Snapshot = Point & { view: object | undefined }
export type ReadSnapshot = (topic: Topic) => Promise<Snapshot>
type ReadParts = (tx: Db, id: string) => Promise<object | undefined>

/** The first state of a topic and its position, of one moment: the parts of all capabilities are read in one transaction. */
export function snapshotReader(db: Db, capabilities: readonly AnyCapability[]): ReadSnapshot {
  const readers = allByName<ReadParts>(capabilities.map(({ snapshots }) => snapshots))
  const fill = fillElements(capabilities)

  async function read(tx: Db, topic: Topic): Promise<object | undefined> {
    const { kind, id } = kindAndId(topic)
    let view: Record<string, unknown> = {}
    for (const readParts of readers(kind)) {
      const parts = await readParts(tx, id)
      if (!parts) return undefined
      view = { ...view, ...parts }
    }
    for (const [list, element] of Object.entries(LISTS[kind] ?? {})) {
      view[list] = await fill(tx, element, view[list] as { id: string }[]) // what a list holds has an id
    }
    return view
  }

  return (topic) => reading(db, async (tx) => ({ ...(await headOf(tx, topic)), view: await read(tx, topic) }))
}
