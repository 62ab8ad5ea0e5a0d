import { createHash } from 'node:crypto'
import * as s from './schema.ts'
import { clientFrame, commandsAnswer, commandsBody, serverFrame } from './session.ts'
import { views } from './views.ts'

/** Of the shape of every frame and view. */
export function shapeHash(): string {
  const shape = [clientFrame, serverFrame, commandsBody, commandsAnswer, ...Object.values(views)].map((schema) =>
    s.toJSONSchema(schema, { unrepresentable: 'any' }),
  )
  return createHash('sha256').update(JSON.stringify(shape)).digest('hex').slice(0, 16)
}
