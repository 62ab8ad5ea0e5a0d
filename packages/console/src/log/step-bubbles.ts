import type { KeyboardEvent } from 'react'

/** In the log the arrow keys go from one message to the next, beginning at the newest. */
export function stepBubbles(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const bubbles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-bubble]')]
  const at = bubbles.findIndex((bubble) => bubble === document.activeElement)
  if (at === -1 && event.target !== event.currentTarget) return
  const next = at === -1 ? bubbles.at(-1) : bubbles[event.key === 'ArrowUp' ? at - 1 : at + 1]
  if (!next) return
  event.preventDefault()
  next.focus()
}
