/** Of each thing that is published by itself, which version; what has none is its own. */
export type Versions = Readonly<Record<string, string | number>>

/** What a form has changed of what is published, and from which versions of it. */
export type Kept<Value> = { of: Versions; changed: Partial<Value> }

/** `changed`: somebody else has published since the first change here. */
export type DraftState = 'untouched' | 'open' | 'changed' | 'publishing'

/** The form's own view of a schema: no form needs to know which library made it. */
export type Schema<Value> = {
  safeParse: (
    value: unknown,
  ) =>
    | { success: true; data: Value }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

export type Faults<Value> = { [Field in keyof Value]?: string }

/** The published values with the changes laid over them. */
export function drafted<Value extends object>(published: Value, kept: Kept<Value> | undefined): Value {
  return { ...published, ...kept?.changed }
}

/** What remains of changes when those that change nothing are left out. */
export function changedOf<Value extends object>(published: Value, changed: Partial<Value>): Partial<Value> {
  const real = Object.entries(changed).filter(([field, value]) => !isSame(value, Reflect.get(published, field)))
  return Object.fromEntries(real) as Partial<Value> // a part of what was one
}

/** What is wrong, by field; the first fault of each. */
export function faultsOf<Value extends object>(schema: Schema<Value>, value: unknown): Faults<Value> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return {}
  const faults: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) faults[String(path[0] ?? '')] ??= message
  return faults
}

/** Whoever publishes nothing of his own over another’s change needs not be asked. `now`: the versions of what is changed here. */
export function stateOf<Value extends object>(published: Value, now: Versions, kept: Kept<Value> | undefined): DraftState {
  if (!kept || Object.keys(changedOf(published, kept.changed)).length === 0) return 'untouched'
  return overtaken(now, kept.of).length === 0 ? 'open' : 'changed'
}

/** Which of the things that are changed here others have published since. */
export const overtaken = (now: Versions, of: Versions): readonly string[] =>
  Object.entries(now).flatMap(([part, version]) => (of[part] === version ? [] : [part]))

export const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)
