import { isDeepStrictEqual } from 'node:util'
import type { Apply } from '@portico/client/views/applier'
import { MAY_CHANGE_NOTHING } from '@portico/client/views/apply-event'

/** The same steps, with a note of each entry that left its view as it was although it may not. */
export function watchSteps(steps: Apply): { apply: Apply; idle: readonly string[] } {
  const idle: string[] = []
  return {
    apply: (topic, view, event) => {
      const next = steps(topic, view, event)
      const name = event.type === 'part.set' ? (`part.set ${event.part}` as const) : event.type
      if (!MAY_CHANGE_NOTHING[name] && isDeepStrictEqual(next, view)) idle.push(`${topic}: ${JSON.stringify(event)}`)
      return next
    },
    idle,
  }
}
