import type { ConversationId } from '@portico/protocol/ids'
import { address } from '../requests/address.ts'

/** As wide as the console of a phone, which shows the conversation and nothing else. */
const LOOK = 'popup,width=480,height=800'

/** A console of its own in a small window, in step with all others. Asked for again, it comes to the front. */
export function openWindow(conversation: ConversationId): void {
  window.open(address(`/inbox/${conversation}`), `portico-${conversation}`, LOOK)?.focus()
}
