import { counting } from './metric.ts'

/** The visitor reached a goal after the conversation began, in the same visit; its average is the conversion rate of conversations. */
export const converted = counting(({ createdAt, convertedAt }) => convertedAt !== null && convertedAt >= createdAt)
