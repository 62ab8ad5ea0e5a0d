/** So many conversations of one second have a number each; what is beyond takes one of the next. */
export const NUMBERS_A_SECOND = 1024

/** Numbers grow with the time at which a conversation began, so the newest are found first whenever they were indexed. */
export const firstNumberAt = (at: number): number => Math.floor(at / 1000) * NUMBERS_A_SECOND
