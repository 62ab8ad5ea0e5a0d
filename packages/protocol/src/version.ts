/** Raised with every change of the shape of frames; version.test.ts holds the hash that belongs to each. */
export const VERSION = 4
export const OLDEST_SERVED_VERSION = 4
