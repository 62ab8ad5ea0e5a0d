/** A node renews the leases of the operators connected to it well before they lapse. */
export const LEASE_MS = 60_000
export const RENEW_MS = 20_000
/** A page that is reloaded, a poll that begins anew: shorter absences are none. */
export const ABSENT_MS = 15_000

export const leaseKey = (operator: string) => `lease:${operator}`
