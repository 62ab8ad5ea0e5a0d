/** Where words to the person at the terminal go. */
export type Say = (words: string) => void

type Reported = { say: Say; what: string; total: number }

const MIB = 1024 * 1024

/** How far something is, on one line that is written over. */
export function reporting({ say, what, total }: Reported): { at: (bytes: number) => void; done: () => void } {
  say(`${what} (${Math.ceil(total / MIB)} MiB) …`)
  return {
    at: (bytes) => say(`\r${what} (${Math.ceil(total / MIB)} MiB) … ${Math.min(99, Math.floor((bytes / total) * 100))} %`),
    done: () => say(`\r${what} (${Math.ceil(total / MIB)} MiB) … done\n`),
  }
}
