/**
 * What is wrong with something that an owner has set: the place as a path such as `steps[2].text`, the name of the rule it breaks
 * (the console has the words for it), what stands there, and where it helps what that is held against: a limit, a range as `0–3600`
 * or another place. What is seen and expected are values and never sentences.
 */
export type Fault<Kind extends string = string> = { place: string; fault: Kind; seen: string; expected?: string }
