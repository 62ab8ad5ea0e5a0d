import type { Chat } from './chat.ts'
import type { AnyPart } from './part.ts'

/** Where in the window a part can stand. */
export type Place = 'bar' | 'log' | 'top' | 'card' | 'foot'

export type Room = {
  stands: Place
  needed: (chat: Chat) => boolean
  /** It will be needed next: it is fetched as soon as there is nothing else to do. */
  soon: (chat: Chat) => boolean
  load: () => Promise<{ part: AnyPart }>
}

const isOpen = (chat: Chat) => chat.surroundings().view === 'open'
const isOver = (chat: Chat) => chat.screen().state === 'ended'
const isWaiting = (chat: Chat) => chat.screen().state === 'waiting'
const isTalking = (chat: Chat) => isWaiting(chat) || chat.screen().state === 'conversation'
const hasLog = (chat: Chat) => isTalking(chat) || isOver(chat)
const hasEarlier = (chat: Chat) => chat.view()?.older ?? false

/** All that nobody needs before the first message, a line each. */
export const rooms: readonly Room[] = [
  { stands: 'log', needed: hasLog, soon: isOpen, load: () => import('./parts/log/log.tsx') },
  { stands: 'top', needed: hasEarlier, soon: hasEarlier, load: () => import('./parts/earlier/earlier.tsx') },
  { stands: 'card', needed: isWaiting, soon: isOpen, load: () => import('./parts/waiting/waiting.tsx') },
  { stands: 'bar', needed: isTalking, soon: isOpen, load: () => import('./parts/menu/menu.tsx') },
  { stands: 'foot', needed: isOver, soon: isTalking, load: () => import('./parts/ended/ended.tsx') },
]
