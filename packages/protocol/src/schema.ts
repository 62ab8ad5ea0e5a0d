// The only file that names the schema library.
import { config, int, string, type output, type ZodDefault, type ZodObject } from 'zod'
import { saysNothing } from './says-nothing.ts'

// The console's page lets no text become code, and reports who tries: there schemas are read, not compiled.
if ('document' in globalThis) config({ jitless: true })

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
  unknown,
} from 'zod'
export type { input as Said, output as Infer, ZodObject as ObjectSchema, ZodType as Schema } from 'zod'

/** What parses a value that may miss whatever has a default: as it may come, not as it reads. */
export type Held<S extends ZodObject> = Given<{
  [K in keyof S['shape'] as S['shape'][K] extends ZodDefault ? never : K]: output<S['shape'][K]>
}> & { [K in keyof S['shape'] as S['shape'][K] extends ZodDefault ? K : never]?: output<S['shape'][K]> | undefined }
type Given<O> = { [K in keyof O]: O[K] }

/** A list that is not empty, as unions ask for. */
export function some<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list
  if (first === undefined) throw new Error('nothing to choose from')
  return [first, ...rest]
}

/** A text of at most so many code points, without NUL (PostgreSQL stores none) and without lone surrogates (no UTF-8 has them). */
export const text = (codePointsMax: number) =>
  string()
    .refine((value) => value.length <= codePointsMax * 2 && codePoints(value) <= codePointsMax, {
      error: `more than ${codePointsMax} code points`,
      abort: true,
    })
    .refine((value) => value.isWellFormed() && !value.includes('\0'), { error: 'not storable as text', abort: true })

/** A text that says something: more than white space and what nobody can see. */
export const said = (codePointsMax: number) => text(codePointsMax).refine((value) => !saysNothing(value), 'says nothing')

/** A text of a pattern, which sees nothing longer: no pattern meets what a stranger made long to keep it busy. */
export const shaped = (pattern: RegExp, lengthMax: number) => string().max(lengthMax, { abort: true }).regex(pattern)

// No colon in an id: the names of topics and subjects join ids with one.
export const id = <const B extends string>(brand: B) => shaped(/^[\w-]{1,40}$/, 40).brand(brand)

/** `ann@example.org`, or `ann@localhost` where the domain needs no dot. Looked at once from end to end. */
export const email = (codePointsMax: number, { needsDot }: { needsDot: boolean }) =>
  text(codePointsMax).refine((value) => isEmail(value, needsDot), 'not an e-mail address')

/** Milliseconds since 1970, UTC. */
export const instant = () => int().min(0)

function isEmail(value: string, needsDot: boolean): boolean {
  const [local, domain, ...more] = value.split('@')
  if (!local || !domain || more.length > 0 || /\s/.test(value)) return false
  const dot = domain.indexOf('.', 1)
  return !needsDot || (dot > 0 && dot < domain.length - 1)
}

function codePoints(value: string): number {
  let count = 0
  for (const _ of value) count++
  return count
}
