import type { Room } from '../embedding.ts'

/** Where the build has put the script of each folder in loader/parts/. */
declare const PART_SCRIPTS: { count: string; cover: string; page: string }

/** The parts of the loader that nobody needs before the host script, a line each. */
export const rooms: readonly Room[] = [
  { script: PART_SCRIPTS.page, needed: ({ chatWindow }) => chatWindow.frame.src !== '' },
  { script: PART_SCRIPTS.cover, needed: ({ widget, drawnAt }) => widget.view === 'open' && drawnAt === undefined },
  { script: PART_SCRIPTS.count, needed: ({ widget }) => widget.unread > 0 },
]
