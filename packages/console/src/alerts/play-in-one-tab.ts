import { playTone, type Tone } from './tone.ts'

/** All tabs hear of the same message within this time. */
const HEARD_MS = 1000

/** The tab that comes first plays; over plain http, where there are no locks, each does. */
export async function playInOneTab(tone: Tone, heardMs = HEARD_MS): Promise<void> {
  if (!navigator.locks) return playTone(tone)
  await navigator.locks.request(`portico.tone.${tone}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    await playTone(tone)
    await new Promise((resolve) => setTimeout(resolve, heardMs))
  })
}
