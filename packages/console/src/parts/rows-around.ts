import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'

/** However high the screen, so many rows out of sight on either side stand ready for whoever scrolls, or goes on by Tab. */
const OVERSCAN = 3

/** The rows in sight, and at most twice as many out of sight, before and behind them: where there are none before, all behind. */
export function rowsAround({ startIndex, endIndex, count, ...range }: Range): number[] {
  const spare = 2 * Math.min(OVERSCAN, endIndex - startIndex + 1)
  const behind = Math.min(count - 1 - endIndex, spare - Math.min(startIndex, spare / 2))
  const before = Math.min(startIndex, spare - behind)
  return defaultRangeExtractor({ ...range, startIndex: startIndex - before, endIndex: endIndex + behind, count, overscan: 0 })
}
