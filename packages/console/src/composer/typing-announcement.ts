import { TYPING_INTERVAL_MS } from '@portico/protocol/limits'

/** Typing is announced at once, and then at most once in 3 s. */
export const mayAnnounceTyping = (lastAt: number | undefined, now: number): boolean =>
  lastAt === undefined || now - lastAt >= TYPING_INTERVAL_MS
