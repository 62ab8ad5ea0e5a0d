import type { ElementOf } from '@portico/protocol/views'
import type { Db } from './db/database.ts'
import { allByName, type AnyCapability } from './registry.ts'

type ReadElements = (tx: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>
export type FillElements = <E extends { id: string }>(tx: Db, kind: keyof ElementOf, list: readonly E[]) => Promise<E[]>

/** Lines and rows with the parts that other capabilities have in them, each asked once for the whole page. */
export function fillElements(capabilities: readonly AnyCapability[]): FillElements {
  // The ids of a kind's elements are only ever given to those who declared themselves for that kind.
  const readers = allByName<ReadElements>(
    capabilities.map(({ elements }) => elements as Record<string, ReadElements> | undefined),
  )
  return async (tx, kind, list) => {
    if (list.length === 0) return []
    const ids = list.map(({ id }) => id)
    const found: ReadonlyMap<string, object>[] = []
    for (const read of readers(kind)) found.push(await read(tx, ids))
    return list.map((each) => Object.assign({}, each, ...found.map((parts) => parts.get(each.id))))
  }
}
