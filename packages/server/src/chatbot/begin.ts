import { play } from './play.ts'
import type { Script } from './script.ts'
import type { Turn } from './turn.ts'

/** The welcome steps of a script. Nothing is stored of it: the visitor's first act replays it on the stored version. */
export function begin(script: Script): Turn {
  return play(script, { script: script.id, version: script.version, path: [], given: [] })
}
