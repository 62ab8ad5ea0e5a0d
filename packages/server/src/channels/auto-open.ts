import type { Action } from './rule.ts'

export type Circumstances = {
  action: Action
  widgetAvailable: boolean
  screen: 'small' | 'large'
  /** When the widget last opened itself in this browser. */
  openedItselfAt?: number
  conversation: 'none' | 'open'
  shownAt: number
}

export type AutoOpen = { state: 'opens' } | { state: 'waits'; forMs: number } | { state: 'stays'; why: Reason }

type Reason = 'not-asked' | 'opened-before' | 'small-screen' | 'widget-unavailable' | 'conversation-open'

export function autoOpen(circumstances: Circumstances, at: number): AutoOpen {
  const { action, shownAt } = circumstances
  if (action.type !== 'open-itself') return { state: 'stays', why: 'not-asked' }
  const why = reasonToStay(circumstances)
  if (why) return { state: 'stays', why }
  const forMs = shownAt + (action.delaySeconds ?? 0) * 1_000 - at
  return forMs > 0 ? { state: 'waits', forMs } : { state: 'opens' }
}

function reasonToStay({ openedItselfAt, screen, widgetAvailable, conversation }: Circumstances): Reason | undefined {
  if (openedItselfAt !== undefined) return 'opened-before'
  if (screen === 'small') return 'small-screen'
  if (!widgetAvailable) return 'widget-unavailable'
  return conversation === 'open' ? 'conversation-open' : undefined
}
