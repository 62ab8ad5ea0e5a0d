/** Runs it once, however often it is asked for within a tick. */
export function onceATick(run: () => void): () => void {
  let due = false
  return () => {
    if (due) return
    due = true
    queueMicrotask(() => {
      due = false
      run()
    })
  }
}
