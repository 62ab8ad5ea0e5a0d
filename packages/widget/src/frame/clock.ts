import type { Chat } from './chat.ts'

const TICK_MS = 30_000
const WAITING_TICK_MS = 1000

/** Relative times and the countdown of a lost connection go on by themselves. Called after each drawing. */
export function openClock({ surroundings, connection, changed }: Chat): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    const waits = connection()?.live.link().state === 'waiting'
    if (surroundings().view !== 'away') timer = setTimeout(changed, waits ? WAITING_TICK_MS : TICK_MS)
  }
}
