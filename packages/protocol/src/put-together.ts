import type * as s from './schema.ts'

/** What is each of these at once. */
export type Together<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer A) => void ? A : never

type Declared = Record<string, { parts?: Partial<Record<string, s.ObjectSchema>> }>

/** The parts that all capabilities have in one kind of view: the name of each is one capability's alone. */
export function putTogether(kind: string, capabilities: Declared): Record<string, s.Schema> {
  const shape: Record<string, s.Schema> = {}
  for (const [capability, { parts }] of Object.entries(capabilities)) {
    for (const [part, schema] of Object.entries<s.Schema>(parts?.[kind]?.shape ?? {})) {
      if (part in shape) throw new Error(`${capability} declares the part ${part} of ${kind}, which another capability has`)
      shape[part] = schema
    }
  }
  return shape
}
