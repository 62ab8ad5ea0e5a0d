import type { MouseEvent } from 'react'

const WIDTH_MIN = 480

/** Opens a link as a window at the side of the screen, so that both stand side by side; where that may not be, as a tab. */
export function openBeside(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const width = Math.max(WIDTH_MIN, Math.floor(screen.availWidth / 2))
  const place = `popup,width=${width},height=${screen.availHeight},left=${screen.availWidth - width},top=0`
  if (window.open(event.currentTarget.href, 'portico-preview', place)) event.preventDefault()
}
