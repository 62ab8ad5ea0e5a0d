/** At once, and again and again until stopped: what passes by itself is kept there while somebody looks. */
export function repeatedly(ms: number, work: () => void): () => void {
  work()
  const timer = setInterval(work, ms)
  return () => clearInterval(timer)
}
