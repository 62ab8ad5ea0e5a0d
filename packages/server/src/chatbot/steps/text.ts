import type { Stated } from './stated.ts'

/** Says something and goes on at once. */
export type TextStep = Stated & { kind: 'text' }
