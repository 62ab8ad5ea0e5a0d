/** A node says so often that it is there, and looks as often whether the others are. */
export const RENEW_MS = 2000
/** The same of a node that is the only one, as long as operators are there. */
export const RENEW_ALONE_MS = 20_000
/** A page that is reloaded, a poll that begins anew: shorter absences are none. */
export const ABSENT_MS = 8000
