import { useState } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { draftKey } from '../session/drafts.ts'
import {
  changedOf,
  drafted,
  type DraftState,
  type Faults,
  faultsOf,
  isSame,
  type Kept,
  overtaken,
  type Schema,
  stateOf,
  type Versions,
} from './draft.ts'

/** What publishing came to; `changed`: somebody else was first, and what he published will arrive. */
export type Published = 'published' | 'changed' | 'refused'

type Options<Value> = {
  /** Names the form among all forms. */
  form: string
  schema: Schema<Value>
  published: Value
  /** Of the parts that these changes touch, which versions are published; where there are none, what is published is its own. */
  versionOf?: (changed: Partial<Value>) => Versions
  /** The draft as it would go out, where that is not the draft itself. */
  prepare?: (draft: Value) => unknown
  publish: (value: Value, kept: Kept<Value>) => Promise<Published>
}

export type Draft<Value> = {
  state: DraftState
  value: Value
  /** What differs from what is published, as far as it is told field by field. */
  changed: Partial<Value>
  /** The parts that somebody else has published since. */
  others: readonly string[]
  change: (change: Partial<Value>) => void
  faults: Faults<Value>
  publish: () => void
  /** Lays the changes over what somebody else has published meanwhile. */
  goOn: () => void
  discard: () => void
}

/**
 * The one way a form holds what is not published yet. It is kept in this tab, for whoever wrote it, until it is published or
 * discarded: going elsewhere and loading the page lose nothing.
 */
export function useDraft<Value extends object>(options: Options<Value>): Draft<Value> {
  const { form, schema, published, prepare, versionOf = () => ({ [form]: JSON.stringify(published) }) } = options
  const key = draftKey(useMyId(), 'form', form)
  const [kept, setKept] = useState(() => readKept<Value>(key))
  const [publishing, setPublishing] = useState(false)
  const keep = (next: Kept<Value> | undefined) => {
    if (next) sessionStorage.setItem(key, JSON.stringify(next))
    else sessionStorage.removeItem(key)
    setKept(next)
  }
  const value = drafted(published, kept)
  const changed = changedOf(published, kept?.changed ?? {})
  const now = versionOf(changed)
  const state = stateOf(published, now, kept)
  const outgoing = prepare ? prepare(value) : value
  const publish = async () => {
    const parsed = schema.safeParse(outgoing)
    if (!parsed.success || publishing || !kept) return
    setPublishing(true)
    try {
      const outcome = await options.publish(parsed.data, { of: kept.of, changed })
      // What was typed while it was under way stays.
      if (outcome === 'published') setKept((now) => (isSame(now, kept) ? (sessionStorage.removeItem(key), undefined) : now))
    } finally {
      setPublishing(false)
    }
  }
  return {
    state: publishing ? 'publishing' : state,
    value,
    changed,
    others: kept ? overtaken(now, kept.of) : [],
    change: (change) => {
      const next = changedOf(published, { ...kept?.changed, ...change })
      // What is touched anew begins now; what was touched before began when it was.
      const begun = state === 'untouched' ? {} : (kept?.of ?? {})
      const of = Object.fromEntries(Object.entries(versionOf(next)).map(([part, version]) => [part, begun[part] ?? version]))
      keep(Object.keys(next).length === 0 ? undefined : { of, changed: next })
    },
    faults: faultsOf(schema, outgoing),
    publish: () => void publish(),
    goOn: () => keep(kept && { of: now, changed: kept.changed }),
    discard: () => keep(undefined),
  }
}

function readKept<Value>(key: string): Kept<Value> | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'changed' in kept ? (kept as Kept<Value>) : undefined // keep() wrote it
  } catch {
    // Somebody else's text under our key.
    return undefined
  }
}
