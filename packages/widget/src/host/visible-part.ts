/** Keeps a window that fills the screen above the keyboard, which covers a page without telling it. */
export function followVisiblePart(window: HTMLElement): () => void {
  const part = visualViewport
  if (!part) return () => {}
  const follow = () => {
    window.style.setProperty('--top', `${part.offsetTop}px`)
    window.style.setProperty('--height', `${part.height}px`)
  }
  const events = ['resize', 'scroll']
  for (const event of events) part.addEventListener(event, follow)
  follow()
  return () => events.forEach((event) => part.removeEventListener(event, follow))
}
