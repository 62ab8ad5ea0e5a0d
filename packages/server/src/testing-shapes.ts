import { REFUSALS } from '@portico/protocol/refusals'
import * as s from '@portico/protocol/schema'

type Shape = {
  const?: unknown
  enum?: readonly string[]
  type?: string | readonly string[]
  properties?: Record<string, Shape>
  required?: readonly string[]
  items?: Shape
  anyOf?: readonly Shape[]
  oneOf?: readonly Shape[]
}

/** Every object in a schema, each as its fields in the order of their names. */
export const objectsOf = (schema: s.Schema): string[] => objectsIn(s.toJSONSchema(schema, { unrepresentable: 'any' }) as Shape) // as JSON Schema says

function objectsIn(shape: Shape): string[] {
  const { properties, required = [], items, anyOf = [], oneOf = [] } = shape
  const within = [...Object.values(properties ?? {}), ...(items ? [items] : []), ...anyOf, ...oneOf].flatMap(objectsIn)
  if (!properties) return within
  const fields = Object.entries(properties).map(([name, is]) => `${name}${required.includes(name) ? '' : '?'}: ${typeOf(is)}`)
  return [fields.sort().join(', '), ...within]
}

function typeOf({ const: value, enum: values, type = 'string', items, anyOf, oneOf }: Shape): string {
  if (value !== undefined) return JSON.stringify(value)
  if (values)
    return isRefusals(values)
      ? 'Refusal'
      : values
          .map((each) => `"${each}"`)
          .sort()
          .join(' or ')
  const choices = anyOf ?? oneOf ?? (typeof type === 'string' ? undefined : type.map((each) => ({ type: each })))
  if (choices?.some(isNull)) return [...choices.filter((choice) => !isNull(choice)).map(typeOf), 'null'].join(' or ')
  if (choices) return 'object'
  if (items) return `${typeOf(items)}[]`
  // A text of some pattern is a text; so is a topic, which says no type.
  return NAMES[String(type)] ?? String(type)
}

const isNull = ({ type }: Shape) => type === 'null'
const isRefusals = (values: readonly string[]) => values.length === Object.keys(REFUSALS).length
const NAMES: Partial<Record<string, string>> = { integer: 'int', string: 'text' }
