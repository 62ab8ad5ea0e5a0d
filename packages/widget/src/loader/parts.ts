import type { Embedding } from '../embedding.ts'

type Room = { script: string; needed: (embedding: Embedding) => boolean }

/** Where the build has put the script of each folder in parts/. */
declare const PART_SCRIPTS: { beside: string; page: string }

/** What only some pages, channels or moments have, a line each: a script of its own, fetched when it is first needed. */
export const rooms: readonly Room[] = [
  { script: PART_SCRIPTS.page, needed: ({ chatWindow }) => chatWindow.frame.src !== '' },
  { script: PART_SCRIPTS.beside, needed: ({ widget }) => widget.view === 'invitation' || widget.bubble !== undefined },
]
