import type { Event } from '@portico/protocol'
import type { Topic } from '@portico/protocol/topics'
import type { ViewOf } from '@portico/protocol/views'
import { setPart } from './set-part.ts'

export type View = ViewOf[keyof ViewOf]
export type Apply = <V extends View>(topic: Topic, view: V, event: Event) => V

/** What a capability does to views beyond the setting of its parts: by the kind of topic, then by event. */
export type Steps = {
  [K in keyof ViewOf]?: { [T in Event['type']]?: (view: ViewOf[K], event: Extract<Event, { type: T }>) => ViewOf[K] }
}
type Step = (view: View, event: Event) => View

/** One step of a topic's view. An event that the topic does not know, from a newer server perhaps, changes nothing. */
export function applierOf(...lists: readonly Record<string, Steps>[]): Apply {
  const steps = new Map<string, Step>()
  for (const capability of lists.flatMap((list) => Object.values(list)))
    for (const [kind, own] of Object.entries(capability))
      for (const [type, step] of Object.entries(own)) steps.set(`${kind} ${type}`, step as Step) // of views of this kind and events of this type
  return <V extends View>(topic: Topic, view: V, event: Event) =>
    (steps.get(`${topic.split(':')[0]} ${event.type}`) ?? setPart)(view, event) as V // the kind of the topic is the kind of its view
}
