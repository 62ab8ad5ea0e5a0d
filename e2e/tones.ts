import type { BrowserContext } from 'playwright-core'

/** Counts the notes that pages of this device, and frames in them, begin to play. */
export async function countNotes(context: BrowserContext): Promise<() => number> {
  let notes = 0
  await context.exposeBinding('heardNote', () => notes++)
  await context.addInitScript(() => {
    const { prototype } = AudioScheduledSourceNode
    const start: (this: AudioScheduledSourceNode, when?: number) => void = Reflect.get(prototype, 'start')
    prototype.start = function (when) {
      window.heardNote()
      return start.call(this, when)
    }
  })
  return () => notes
}

declare global {
  interface Window {
    heardNote: () => void
  }
}
