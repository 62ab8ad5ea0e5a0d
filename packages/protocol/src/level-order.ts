// Of what pages need at their start: no schema comes with it.

/** Weakest first. */
export const LEVELS = ['observer', 'participant', 'owner'] as const

export type Level = (typeof LEVELS)[number]

export const isAtLeast = (held: Level | undefined, wanted: Level): boolean =>
  held !== undefined && LEVELS.indexOf(held) >= LEVELS.indexOf(wanted)

/** The highest wins. */
export const highest = (levels: readonly Level[]): Level | undefined => LEVELS.findLast((each) => levels.includes(each))
