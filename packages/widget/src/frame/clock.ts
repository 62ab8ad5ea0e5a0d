import type { Chat } from './chat.ts'

const TICK_MS = 1000

/** The countdown of a lost connection goes on by itself. Called after each drawing. */
export function openClock({ surroundings, connection, changed }: Chat): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    const waits = connection()?.live.link().state === 'waiting'
    if (waits && surroundings().view !== 'away') timer = setTimeout(changed, TICK_MS)
  }
}
