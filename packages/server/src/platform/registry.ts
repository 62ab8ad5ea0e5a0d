import type { Authority, Actor } from './actor.ts'
import type {
  AnyCommand,
  Context,
  CountsAs,
  Decision,
  Event,
  Migration,
  Shown,
  Stirred,
  Subject,
  Capability,
} from './capability.ts'
import type { Db, Tx } from './db/database.ts'
import type { Reaction } from './reactions.ts'
import type { SecurityNote } from './security-log.ts'
import type { Refusal } from '@portico/protocol/outcome'
import type { Route } from './wire/route.ts'

/** A Capability with its types forgotten, as dispatch by name must: each entry is only ever given what it was declared for. */
export type AnyCapability = {
  name: string
  migrations: readonly Migration[]
  subjects: Record<string, (command: never, actor: Actor, db: Db) => readonly Subject[] | Promise<readonly Subject[]>>
  commands: Record<string, (tx: Tx, command: never, ctx: Context) => Promise<Decision<Event>>>
  foresees?: Record<string, (tx: Tx, command: never, actor: Actor) => void>
  writes: Record<string, (tx: Tx, event: never) => Promise<void>>
  limits?: Record<string, CountsAs<never>>
  broadcasts: Record<string, (event: never) => readonly Shown[]>
  security: 'none' | Record<string, 'none' | ((event: never, actor: Actor) => SecurityNote | undefined)>
  stirs?: Record<string, (event: never) => readonly Stirred[]>
  reactions?: Record<string, Reaction<never, AnyCommand>>
} & Pick<
  Capability<AnyCommand, Event>,
  'deliver' | 'snapshots' | 'elements' | 'lists' | 'topics' | 'mayWatch' | 'attended' | 'relay' | 'restored' | 'routes'
>

/** Reads what the actor may do, inside the transaction that decides; a refusal if he may nothing any more. */
export type Recognise = (db: Db, actor: Actor, at: number) => Promise<Authority | Refusal>

export type Registry = {
  capabilities: readonly AnyCapability[]
  recognise: Recognise
  /** Whether this event may change what somebody may do. */
  governs: (type: Event['type']) => boolean
  /** Migrations of the platform, then of the capabilities in their order. */
  migrations: readonly Migration[]
}

/** Those of all of them, in their order, and those that tell of them. */
export async function routesOf(capabilities: readonly AnyCapability[]): Promise<readonly Route[]> {
  const { openApiRoutes } = await import('./wire/openapi-routes.ts') // the thread that writes has no use for it
  const routes = (await Promise.all(capabilities.map(async ({ routes }) => (await routes?.()) ?? []))).flat()
  return [...routes, ...openApiRoutes(routes)]
}

/** Looks a name up in the merged tables of all capabilities; a missing one is a bug, found by the types of capabilities.ts. */
export function byName<T>(tables: readonly (Record<string, T> | undefined)[]): (name: string) => T {
  const find = findByName(tables)
  return (name) => {
    const entry = find(name)
    if (!entry) throw new Error(`no capability handles ${name}`)
    return entry
  }
}

/** Two that answer to one name do not start: the second would silently take the place of the first. */
export function findByName<T>(tables: readonly (Record<string, T> | undefined)[]): (name: string) => T | undefined {
  const merged = new Map<string, T>()
  for (const [name, entry] of tables.flatMap((table) => Object.entries(table ?? {}))) {
    if (merged.has(name)) throw new Error(`two capabilities handle ${name}`)
    merged.set(name, entry)
  }
  return (name) => merged.get(name)
}

/** What one capability may declare, and no two. */
export function onlyOne<T>(declared: readonly T[]): T | undefined {
  if (declared.length > 1) throw new Error('two capabilities declare what one may')
  return declared[0]
}

/** All that answer to a name, in the order of their capabilities. */
export function allByName<T>(tables: readonly (Record<string, T> | undefined)[]): (name: string) => readonly T[] {
  const merged = Map.groupBy(
    tables.flatMap((table) => Object.entries(table ?? {})),
    ([name]) => name,
  )
  return (name) => (merged.get(name) ?? []).map(([, entry]) => entry)
}
