type Subscribe = (changed: () => void) => () => void

/** A page that nobody sees has no frames, and has a title and a sound all the same. */
const UNSEEN_MS = 100

const waiting = new Set<() => void>()

/** The same, heard once before each frame at most: what moves faster than that is drawn together, in one go. */
export const inFrames =
  (subscribe: Subscribe): Subscribe =>
  (changed) => {
    let heard = true
    const draw = () => void (heard && changed())
    const stop = subscribe(() => beforeNextFrame(draw))
    return () => {
      heard = false
      stop()
    }
  }

function beforeNextFrame(work: () => void): void {
  const isAsked = waiting.size > 0
  waiting.add(work)
  if (isAsked) return
  const frame = requestAnimationFrame(run)
  const timer = setTimeout(run, UNSEEN_MS)
  function run() {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    const works = [...waiting]
    waiting.clear()
    for (const each of works) each()
  }
}
