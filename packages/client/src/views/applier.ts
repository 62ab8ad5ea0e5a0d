import type { Event } from '@portico/protocol'
import type { Topic } from '@portico/protocol/topics'
import type { ViewOf } from '../live.ts'

export type View = ViewOf[keyof ViewOf]
export type Apply = <V extends View>(topic: Topic, view: V, event: Event) => V

type ViewSteps = { [K in keyof ViewOf]?: (view: ViewOf[K], event: never) => ViewOf[K] }

/** One step of a topic's view. An event that the topic does not know, from a newer server perhaps, changes nothing. */
export function applierOf(steps: ViewSteps): Apply {
  return <V extends View>(topic: Topic, view: V, event: Event) => {
    const kind = topic.split(':')[0] as keyof ViewOf // a topic begins with its kind
    const step = steps[kind] as ((view: V, event: Event) => V) | undefined // the kind of the topic is the kind of its view
    return step ? step(view, event) : view
  }
}
