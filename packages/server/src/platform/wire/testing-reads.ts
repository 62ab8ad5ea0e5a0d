import type { KyselyPlugin } from 'kysely'
import type { Store, StoreOptions } from '../../store.ts'

type CountedReads = {
  /** Of all queries beside the road, or of those that begin with this table. */
  count: (table?: string) => number
  counting: (open: (options: StoreOptions) => Promise<Store>) => (options: StoreOptions) => Promise<Store>
}

/** Counts what a node asks its database beside its road. */
export function countReads(): CountedReads {
  const asked: string[] = []
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      const [first] = node.kind === 'SelectQueryNode' ? (node.from?.froms ?? []) : []
      asked.push(first?.kind === 'TableNode' && 'table' in first ? nameOf(first) : node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return {
    count: (table) => asked.filter((name) => table === undefined || name === table).length,
    counting: (open) => async (options) => {
      const store = await open(options)
      return { ...store, reads: store.reads.withPlugin(plugin) }
    },
  }
}

const nameOf = (node: object) => JSON.stringify(node).match(/"identifier":\{"kind":"IdentifierNode","name":"(\w+)"/)?.[1] ?? ''
