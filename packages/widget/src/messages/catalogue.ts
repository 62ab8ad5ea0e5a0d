import type { en } from './en.ts'

/** What every language has to say: a catalogue that lacks one of the English texts does not compile. */
export type Catalogue = { [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural }

/** The forms that Intl.PluralRules names; a language with more than two adds them. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
