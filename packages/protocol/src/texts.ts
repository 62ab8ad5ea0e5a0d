import * as s from './schema.ts'

const LANGUAGES_MAX = 40
const LOCALE_LENGTH_MAX = 35
const locale = s.shaped(/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/, LOCALE_LENGTH_MAX)

/** An option that is a text in several languages: visitors are told the one in theirs. */
export type Texts = s.Schema<Record<string, string>> & { readonly each: s.Schema<string> }

export const texts = (codePointsMax: number): Texts => {
  const each = s.text(codePointsMax)
  const schema = s.record(locale, each).refine((all) => Object.keys(all).length <= LANGUAGES_MAX, 'too many languages')
  return Object.assign(schema, { each })
}

export const isTexts = (schema: s.Schema): schema is Texts => 'each' in schema

/** In this locale, else in its language, else the first there is; empty where there is none. */
export function textIn(all: Record<string, string>, asked = ''): string {
  return all[asked] ?? all[asked.split('-')[0] ?? ''] ?? Object.values(all)[0] ?? ''
}
