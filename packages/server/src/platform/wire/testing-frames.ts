import * as fc from 'fast-check'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'

/** As much of a JSON schema as ours come to. */
type Shape = {
  oneOf?: Shape[]
  anyOf?: Shape[]
  type?: string | string[]
  const?: string | boolean
  enum?: string[]
  pattern?: string
  minimum?: number
  maximum?: number
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
}

/** What the server knows, so that not everything at random is about nothing. */
export type Known = { ids: readonly string[]; topics: readonly string[]; now: number }

const SOUND = 100
const STRANGE = 1

/** Values of a schema, with something strange in place of about every hundredth part. */
export function valuesOf(schema: s.Schema, known: Known): fc.Arbitrary<unknown> {
  const of = (shape: Shape, key = ''): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: SOUND, arbitrary: soundOf(shape, key) }, { weight: STRANGE, arbitrary: strange })

  function soundOf(shape: Shape, key: string): fc.Arbitrary<unknown> {
    const choices = shape.oneOf ?? shape.anyOf
    if (choices) return fc.oneof(...choices.map((choice) => of(choice, key)))
    if (shape.const !== undefined) return fc.constant(shape.const)
    if (shape.enum) return fc.constantFrom(...shape.enum)
    if (Array.isArray(shape.type)) return fc.oneof(...shape.type.map((type) => of({ ...shape, type }, key)))
    switch (shape.type) {
      case 'string':
        return shape.pattern === undefined ? texts : fc.oneof(...idsFor(key), fc.stringMatching(new RegExp(shape.pattern)))
      case 'integer':
        return fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer(boundsOf(shape)))
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'array':
        return fc.array(of(shape.items ?? {}), { maxLength: 5 })
      case 'object':
        return fc.record(mapEntries(shape.properties ?? {}, of), { requiredKeys: shape.required ?? [] })
      case undefined:
      default:
        return fc.constantFrom(...known.topics)
    }
  }

  // A command's id and a line's are mostly new, the others mostly of something that is there.
  function idsFor(key: string) {
    const [fresh, old] = key === 'id' ? [20, 1] : key === 'line' ? [6, 4] : [2, 8]
    return [
      { weight: fresh, arbitrary: fc.uuid({ version: 7 }).map((id) => newId(known.now).slice(0, 13) + id.slice(13)) },
      { weight: old, arbitrary: fc.constantFrom(...known.ids) },
    ]
  }
  return of(s.toJSONSchema(schema, { unrepresentable: 'any' }) as Shape) // our schemas come to no more than that
}

const boundsOf = ({ minimum: min = 0, maximum: max = Number.MAX_SAFE_INTEGER }: Shape) => ({ min, max })

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('#8a3b26', 'vera@example.org', '‮gnirts', '​', 'é'.repeat(50)),
)

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', '\0', '\ud800', '__proto__', -1, 1e308, 2 ** 53, 0.5, [], {}, true, 'x'.repeat(9000)),
)

const mapEntries = <A, B>(record: Record<string, A>, by: (value: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, by(value, key)]))
