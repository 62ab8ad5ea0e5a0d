import type { ConversationRowView } from '@portico/protocol/conversations'
import { address } from '../requests/address.ts'

const shownOnes = new Set<Notification>()

/** They name people: none outlives the console that showed it. */
export function closeNotifications(): void {
  for (const each of shownOnes) each.close()
  shownOnes.clear()
}

/** Shows the newest words of a conversation, and leads there. */
export function notify(row: ConversationRowView, title: string, open: () => void): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  const shown = new Notification(title, {
    body: row.summary.excerpt,
    tag: row.id,
    icon: address('/assets/console/icon.svg'),
    dir: 'auto',
  })
  shownOnes.add(shown)
  shown.addEventListener('close', () => shownOnes.delete(shown))
  shown.addEventListener('click', () => {
    window.focus()
    open()
    shown.close()
  })
}
