/** Runs it once after so long, unless the returned function is called first. */
export function after(ms, run) {
  const timer = setTimeout(() => run(), ms)
  return () => clearTimeout(timer)
}
