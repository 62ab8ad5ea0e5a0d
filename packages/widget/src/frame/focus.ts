import type { Chat } from './chat.ts'

/**
 * The visitor types where typing goes on: when he asks to, and when what he typed in has given way to something else, which may
 * come a moment later. Called after each drawing.
 */
export function openFocus({ surroundings, screen, reopens }: Chat): () => void {
  let asked = 0
  let at = ''
  let owed = false
  return () => {
    const { view, focused, begun } = surroundings()
    const now = `${view} ${screen().state} ${reopens()}`
    if (now !== at) owed = true
    if (view !== 'away' && (focused > asked || (owed && isNowhere())) && focusFirst(begun)) owed = false
    asked = focused
    at = now
  }
}

const isNowhere = () => document.hasFocus() && document.activeElement === document.body

// Whoever is in the middle of his message goes on with that.
function focusFirst(begun: boolean): boolean {
  const first = document.querySelector<HTMLElement>(begun ? 'textarea' : '[data-first=""],[data-first=true]')
  first?.focus()
  return first !== null
}
