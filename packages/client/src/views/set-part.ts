import type { Event } from '@portico/protocol'
import type { View } from './applier.ts'

/** The step of all that is a value: in the view, in one of its lines or in one of its rows. */
export function setPart(view: View, event: Event): View {
  if (event.type === 'part.set') return { ...view, [event.part]: event.value }
  if (event.type === 'line.part.set') return setWithin(view, { list: 'lines', id: event.line, ...event })
  if (event.type === 'row.part.set') return setWithin(view, { list: 'rows', id: event.conversation, ...event })
  return view
}

type Within = { list: string; id: string; part: string; value: unknown }

function setWithin(view: View, { list, id, part, value }: Within): View {
  const members = Reflect.get(view, list) as { id: string }[] | undefined // lines and rows have an id each
  return members ? { ...view, [list]: members.map((each) => (each.id === id ? { ...each, [part]: value } : each)) } : view
}
