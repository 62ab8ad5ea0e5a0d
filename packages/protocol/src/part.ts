// A view is made of parts, each of one capability (views.ts). A part is a value first: these events replace it as a whole, in
// the view, in one of its lines or in one of its rows. What stands there as long as nobody has sent it is the default of its schema.
import { conversationId, lineId } from './ids.ts'
import * as s from './schema.ts'

const part = s.shaped(/^[a-z][A-Za-z]{0,39}$/, 40)
const value = s.unknown()

export const partEvent = s.variant('type', [
  // on any topic
  s.object({ type: s.literal('part.set'), part, value }),
  // on conversation:<id> and chat:<id>
  s.object({ type: s.literal('line.part.set'), line: lineId, part, value }),
  // on channel:<id>
  s.object({ type: s.literal('row.part.set'), conversation: conversationId, part, value }),
])

export type PartEvent = s.Infer<typeof partEvent>
