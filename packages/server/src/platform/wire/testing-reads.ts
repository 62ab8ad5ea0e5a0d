import type { KyselyPlugin } from 'kysely'
import type { Db } from '../db/database.ts'
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
      const reads = store.reads.withPlugin(plugin)
      // A prepared query is built once, and asked as it was built from then on.
      const executeQuery: Db['executeQuery'] = (query, ...more) => {
        asked.push(/ from "(\w+)"/.exec('sql' in query ? query.sql : '')?.[1] ?? '')
        return reads.executeQuery(query, ...more)
      }
      const counted = new Proxy(reads, {
        get: (target, key) => {
          if (key === 'executeQuery') return executeQuery
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? (value.bind(target) as unknown) : value // it works with what is its own
        },
      })
      return { ...store, reads: counted }
    },
  }
}

const nameOf = (node: object) => JSON.stringify(node).match(/"identifier":\{"kind":"IdentifierNode","name":"(\w+)"/)?.[1] ?? ''
