/** Which conversations may reach an operator: none, those with colleagues only, or everybody's. */
export const AVAILABILITIES = ['unavailable', 'internal', 'everybody'] as const

export type Availability = (typeof AVAILABILITIES)[number]
