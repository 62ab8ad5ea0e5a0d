// The only file that names the schema library.
import { int, string } from 'zod'

export {
  array,
  boolean,
  custom,
  discriminatedUnion as variant,
  int,
  literal,
  nullable,
  number,
  object,
  optional,
  parse,
  record,
  safeParse,
  string,
  toJSONSchema,
  union,
} from 'zod'
export type { output as Infer, ZodType as Schema } from 'zod'

/** A text of at most so many code points, without NUL (PostgreSQL stores none) and without lone surrogates (no UTF-8 has them). */
export const text = (codePointsMax: number) =>
  string()
    .refine(
      (value) => value.length <= codePointsMax * 2 && codePoints(value) <= codePointsMax,
      `more than ${codePointsMax} code points`,
    )
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'not storable as text')

/** A text that says something: more than white space. */
export const said = (codePointsMax: number) => text(codePointsMax).refine((value) => value.trim() !== '', 'says nothing')

// No colon in an id: the names of topics and subjects join ids with one.
export const id = <const B extends string>(brand: B) =>
  string()
    .regex(/^[\w-]{1,40}$/)
    .brand(brand)

/** Milliseconds since 1970, UTC. */
export const instant = () => int().min(0)

function codePoints(value: string): number {
  let count = 0
  for (const _ of value) count++
  return count
}
