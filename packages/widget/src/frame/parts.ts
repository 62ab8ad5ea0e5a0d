import type { Chat } from './chat.ts'
import type { AnyPart } from './part.ts'

/** Where in the window a part can stand. */
export type Place = 'notice' | 'who' | 'bar' | 'first' | 'before' | 'card' | 'log' | 'top' | 'end' | 'foot' | 'whole' | 'instead'

export type Room = {
  stands: Place
  needed: (chat: Chat) => boolean
  /** It will be needed next: it is fetched as soon as there is nothing else to do. */
  soon: (chat: Chat) => boolean
  load: () => Promise<{ part: AnyPart }>
}

export const isAt =
  (...states: readonly ReturnType<Chat['screen']>['state'][]) =>
  (chat: Chat) =>
    states.includes(chat.screen().state)
const isOpen = (chat: Chat) => chat.surroundings().view === 'open'
const isMinimised = (chat: Chat) => chat.surroundings().view === 'minimised'
const isLost = (chat: Chat) => chat.connection()?.lost() !== undefined
const never = () => false
const isOver = isAt('ended', 'past')
const isWaiting = isAt('waiting')
export const isTalking = isAt('waiting', 'conversation')
const hasLog = isAt('waiting', 'conversation', 'ended', 'past')
const isIntroduced = isAt('introduction')
/** Nobody begins a conversation here at the moment, or says anything. */
const isShut = (chat: Chat) => !!chat.lobby().shut
const isAway = (chat: Chat) => !(chat.lobby().staffed || isShut(chat))
const isStaffed = (chat: Chat) => !isAway(chat)
const hasPast = (chat: Chat) => isIntroduced(chat) && chat.hasPast()
const hasCard = (chat: Chat) => isWaiting(chat) || (isIntroduced(chat) && isAway(chat))
const isWritten = (chat: Chat) => isTalking(chat) && chat.connection()?.typing.writer() !== undefined
/** All that nobody needs before the first message, a line each. */
export const rooms: Room[] = [
  { stands: 'first', needed: isStaffed, soon: isOpen, load: () => import('./parts/welcome/welcome.tsx') },
  { stands: 'first', needed: isAway, soon: isAway, load: () => import('./parts/leave/leave.tsx') },
  { stands: 'before', needed: hasPast, soon: hasPast, load: () => import('./parts/back-then/back-then.tsx') },
  { stands: 'who', needed: hasLog, soon: isOpen, load: () => import('./parts/who/who.tsx') },
  { stands: 'log', needed: hasLog, soon: isOpen, load: () => import('./parts/log/log.tsx') },
  { stands: 'card', needed: hasCard, soon: isOpen, load: () => import('./parts/waiting/waiting.tsx') },
  { stands: 'bar', needed: hasLog, soon: isOpen, load: () => import('./parts/menu/menu.tsx') },
  { stands: 'foot', needed: isOver, soon: isTalking, load: () => import('./parts/ended/ended.tsx') },
  { stands: 'end', needed: isWritten, soon: isTalking, load: () => import('./parts/typing/typing.tsx') },
  { stands: 'whole', needed: isAt('outdated', 'locked'), soon: never, load: () => import('./parts/stopped/stopped.tsx') },
  { stands: 'notice', needed: isShut, soon: never, load: () => import('./parts/shut/shut.tsx') },
  // Before it is needed: then nothing comes any more.
  { stands: 'notice', needed: isLost, soon: isOpen, load: () => import('./parts/lost/lost.tsx') },
  { stands: 'instead', needed: isMinimised, soon: isOpen, load: () => import('./parts/minimised/minimised.tsx') },
]
