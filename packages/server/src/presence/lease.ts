/** A node says so often that it is there, and looks as often whether the others are. */
export const RENEW_MS = 2000
/** A page that is reloaded, a poll that begins anew: shorter absences are none. */
export const ABSENT_MS = 8000
