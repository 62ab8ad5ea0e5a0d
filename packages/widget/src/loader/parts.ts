import type { Room } from '../embedding.ts'

/** Where the build has put the script of each folder in parts/. */
declare const PART_SCRIPTS: { beside: string }

/** What only some pages, channels or moments have, a line each: a script of its own, fetched when it is first needed. */
export const rooms: readonly Room[] = [
  {
    script: PART_SCRIPTS.beside,
    needed: ({ widget, script }) => widget.bubble !== undefined || script.dataset['invitation'] !== undefined,
  },
]
