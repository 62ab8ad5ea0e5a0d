import { useTexts } from '../messages/language-context.tsx'
import type { PresenceState } from './presence-state.ts'
import { presenceTexts } from './texts.ts'

/** Colour, shape and word: an operator's presence, never by colour alone. */
export function PresenceMark({ state, spoken = true }: { state: PresenceState; spoken?: boolean }) {
  const { presence } = useTexts(presenceTexts)
  const label = spoken ? { role: 'img', 'aria-label': presence[state] } : { 'aria-hidden': true }
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" {...label}>
      <Shape state={state} />
    </svg>
  )
}

function Shape({ state }: { state: PresenceState }) {
  const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const
  switch (state) {
    case 'active':
      return (
        <>
          <circle cx="6" cy="6" r="5" fill="var(--presence-active)" />
          <path d="M3.7 6.2l1.6 1.6 3-3.4" {...line} stroke="var(--presence-mark)" strokeWidth="1.4" />
        </>
      )
    case 'away':
      return (
        <>
          <circle cx="6" cy="6" r="5" fill="var(--presence-away)" />
          <path d="M6 3.2v3l2 1.2" {...line} stroke="var(--presence-mark)" strokeWidth="1.4" />
        </>
      )
    case 'inactive':
      return <circle cx="6" cy="6" r="4.1" fill="var(--surface)" stroke="var(--presence-inactive)" strokeWidth="1.8" />
    case 'unavailable':
      return (
        <>
          <circle cx="6" cy="6" r="5" fill="var(--presence-unavailable)" />
          <path d="M3.6 6h4.8" {...line} stroke="var(--presence-mark)" strokeWidth="1.7" />
        </>
      )
    case 'out':
      return (
        <>
          <circle cx="6" cy="6" r="4.6" fill="var(--presence-out)" stroke="var(--presence-out-edge)" strokeWidth=".8" />
          <path d="M4.3 4.3l3.4 3.4M7.7 4.3L4.3 7.7" {...line} stroke="#fff" strokeWidth="1.3" />
        </>
      )
  }
}
