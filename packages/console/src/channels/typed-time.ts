/** What was typed as a length of time, in ms; not a number where it is none. */
export const typedMs = (typed: string, unitMs: number): number =>
  typed.trim() === '' ? Number.NaN : Math.round(Number(typed) * unitMs)

/** Whether it is one, and neither negative nor beyond the limit. */
export const isTime = (ms: number, msMax: number): boolean => Number.isFinite(ms) && ms >= 0 && ms <= msMax

/** What is shown: as it was typed, as long as that says what the draft has. What was discarded, or came from elsewhere, is shown as it is. */
export function shownTime(typed: string, { ms, unitMs }: { ms: number; unitMs: number }): string {
  const said = typedMs(typed, unitMs)
  return said === ms || (Number.isNaN(said) && !Number.isFinite(ms)) ? typed : timeText(ms, unitMs)
}

/** A draft that was kept in the tab has nothing where there was no number. */
export const timeText = (ms: number, unitMs: number): string => (Number.isFinite(ms) ? String(ms / unitMs) : '')
