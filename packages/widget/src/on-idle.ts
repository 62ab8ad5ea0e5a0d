const IDLE_MS_MAX = 500

/** Safari has no idle callbacks. */
export function onIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: IDLE_MS_MAX })
  else setTimeout(work, IDLE_MS_MAX)
}
