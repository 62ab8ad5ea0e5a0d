import { counting } from './metric.ts'

/** The visitor was not logged in as a customer. */
export const anonymous = counting(({ visitor }) => visitor.customer === null)
