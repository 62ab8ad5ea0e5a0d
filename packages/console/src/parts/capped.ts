const SHOWN_MAX = 99

/** A count as a badge has room for it. */
export const capped = (count: number): string => (count > SHOWN_MAX ? `${SHOWN_MAX}+` : String(count))
