import type { Chat } from './chat.ts'
import { isAt, isTalking, rooms } from './parts.ts'

const never = () => false
const hasEarlier = (chat: Chat) => chat.shown()?.older ?? false
const asksAfter = (chat: Chat) => {
  const { asks, asksWhen } = chat.lobby().options
  return asks !== 'nothing' && asksWhen === 'after' && isTalking(chat)
}

/** Somebody whom the site has identified, or has to. */
const isCustomers = (chat: Chat) =>
  chat.surroundings().identity !== undefined || chat.lobby().options.identification === 'required'

// More of the same, which most visitors never meet: their lines come with what all parts share, and cost the start nothing.
rooms.push(
  { stands: 'whole', needed: isAt('list'), soon: never, load: () => import('./parts/past/past.tsx') },
  { stands: 'whole', needed: isAt('storing'), soon: never, load: () => import('./parts/storing/storing.tsx') },
  { stands: 'top', needed: hasEarlier, soon: hasEarlier, load: () => import('./parts/earlier/earlier.tsx') },
  { stands: 'end', needed: asksAfter, soon: never, load: () => import('./parts/asking/asking.tsx') },
  { stands: 'notice', needed: isCustomers, soon: isCustomers, load: () => import('./parts/customer/customer.tsx') },
)
