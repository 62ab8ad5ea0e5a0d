/** A node that has renewed nothing for so long is silent: what it held is shown no more, 10 seconds after the last at the latest. */
export const SILENT_MS = 7000
/** Whoever has not looked for so long has seen nothing: silence begins anew for all. */
const BREAK_MS = 5000

type Beats = { silentAmong: (beats: ReadonlyMap<string, number | null>, now: number) => string[]; forget: () => void }

/** Tells by this node's own time alone which others have said nothing new. */
export function watchBeats(): Beats {
  let known = new Map<string, { beat: number | null; at: number }>()
  let lookedAt: number | undefined

  return {
    silentAmong: (beats, now) => {
      const isNew = lookedAt === undefined || now - lookedAt > BREAK_MS
      lookedAt = now
      const before = isNew ? new Map<string, { beat: number | null; at: number }>() : known
      known = new Map()
      for (const [node, beat] of beats) {
        const last = before.get(node)
        known.set(node, last?.beat === beat ? last : { beat, at: now })
      }
      return [...known].filter(([, { at }]) => now - at >= SILENT_MS).map(([node]) => node)
    },
    forget: () => (lookedAt = undefined),
  }
}
