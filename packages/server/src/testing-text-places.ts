import * as s from '@portico/protocol/schema'

/** As much of a JSON schema as ours come to. */
type Shape = {
  oneOf?: Shape[]
  anyOf?: Shape[]
  type?: string
  const?: unknown
  enum?: unknown[]
  items?: Shape
  properties?: Record<string, Shape>
}

type TextPlace = { place: string; put: (text: string) => unknown }

/** Wherever a value of this schema may hold a text: something like a value, with that text there. */
export const textPlaces = (schema: s.Schema): TextPlace[] =>
  placesIn(s.toJSONSchema(schema, { unrepresentable: 'any' }) as Shape, '') // our schemas come to no more than that

function placesIn(shape: Shape, place: string): TextPlace[] {
  const choices = shape.oneOf ?? shape.anyOf
  if (choices) return choices.flatMap((choice) => placesIn(choice, place))
  if (shape.const !== undefined || shape.enum) return [{ place, put: (text) => text }]
  if (shape.items) return placesIn(shape.items, `${place}[]`).map(({ put, ...at }) => ({ ...at, put: (text) => [put(text)] }))
  if (shape.properties) {
    const whole = sampleOf(shape) as object // of a shape with properties
    return Object.entries(shape.properties).flatMap(([key, value]) =>
      placesIn(value, `${place}.${key}`).map(({ put, ...at }) => ({ ...at, put: (text) => ({ ...whole, [key]: put(text) }) })),
    )
  }
  // Of a shape of our own the JSON schema says nothing: it may be a text.
  return shape.type === 'string' || shape.type === undefined ? [{ place, put: (text) => text }] : []
}

function sampleOf(shape: Shape): unknown {
  const choice = (shape.oneOf ?? shape.anyOf)?.[0]
  if (choice) return sampleOf(choice)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.items) return []
  if (shape.properties) return Object.fromEntries(Object.entries(shape.properties).map(([key, value]) => [key, sampleOf(value)]))
  return shape.type === 'integer' ? 0 : shape.type === 'boolean' ? true : 'x'
}
