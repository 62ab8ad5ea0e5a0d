const BASE_MS = 500
const CAP_MS = 30_000

/** Full jitter: anything up to a bound that doubles with every failure, so that clients of a restarted server come back spread out. */
export const backOffMs = (failures: number, random: () => number): number => random() * Math.min(CAP_MS, BASE_MS * 2 ** failures)
