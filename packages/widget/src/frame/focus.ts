import type { Chat } from './chat.ts'

/**
 * The visitor types where typing goes on: when he asks to, and when what he typed in has given way to something else, which may
 * come a moment later. Called after each drawing.
 */
export function openFocus({ surroundings, screen }: Chat): () => void {
  let asked = 0
  let at = ''
  let owed = false
  return () => {
    const { view, focused } = surroundings()
    const now = `${view} ${screen().state}`
    if (now !== at) owed = true
    if (view !== 'away' && (focused > asked || (owed && isNowhere())) && focusFirst()) owed = false
    asked = focused
    at = now
  }
}

const isNowhere = () => document.hasFocus() && document.activeElement === document.body

function focusFirst(): boolean {
  const first = document.querySelector<HTMLElement>('[data-first=""],[data-first=true]')
  first?.focus()
  return first !== null
}
