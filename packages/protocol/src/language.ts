import * as s from './schema.ts'

/** Of BCP 47: a language, where it matters its script, and a region. */
export const language = s.shaped(/^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?$/, 15)
