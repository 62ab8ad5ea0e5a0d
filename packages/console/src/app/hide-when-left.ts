/** A page that the browser keeps for its back button must not show what it showed: it comes back empty, and is loaded anew. */
export function hideWhenLeft(): void {
  addEventListener('pagehide', ({ persisted }) => (document.body.hidden = persisted))
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
}
