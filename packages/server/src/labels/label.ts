import type { Label, Skills } from '@portico/protocol/labels'
import { fold } from '@portico/protocol/words-of'
import { refuse, type Decision } from '../platform/capability.ts'
import type { LabelsEvent } from './events.ts'

/** Of each kind: all of them are offered wherever one is chosen. */
export const LABELS_MAX = 500

type Standing = { ofKind: readonly Label[]; at: number }

/** A name is there once in its kind, however it is written. */
export function make(label: Label, { ofKind, isTaken, at }: Standing & { isTaken: boolean }): Decision<LabelsEvent> {
  const made = { ...label, name: label.name.trim() }
  if (isTaken || isNamed(made, ofKind)) return refuse('exists')
  if (ofKind.length >= LABELS_MAX) return refuse('full')
  return [{ type: 'label.made', label: made, at }]
}

type Change = Pick<Label, 'name' | 'tint'>

export function change(label: Label, { name, tint }: Change, ofKind: readonly Label[]): Decision<LabelsEvent> {
  const changed = { ...label, name: name.trim(), tint }
  if (isNamed(changed, ofKind)) return refuse('exists')
  return changed.name === label.name && tint === label.tint ? [] : [{ type: 'label.changed', label: changed }]
}

/** The same to whoever reads it: capitals, accents and double blanks make no other name. */
export const foldedName = (name: string): string => fold(name.trim()).replaceAll(/\s+/g, ' ')

type Said = Omit<Skills, 'country'> & { country?: string | undefined }

/** Each language once, as everybody writes it, in the order in which he said them. */
export function setSkills(before: Skills, said: Said, known: ReadonlySet<string>): Decision<LabelsEvent> {
  const languages = [...new Set(said.languages.flatMap((language) => Intl.getCanonicalLocales(language)))]
  const expertise = [...new Set(said.expertise)].sort()
  if (expertise.some((id) => !known.has(id))) return refuse('not-found')
  const skills = { operator: said.operator, languages, expertise, country: said.country ?? null }
  return isSame(before, skills) ? [] : [{ type: 'skills.changed', skills }]
}

const isNamed = ({ id, name }: Label, ofKind: readonly Label[]): boolean =>
  ofKind.some((other) => other.id !== id && foldedName(other.name) === foldedName(name))

const isSame = (one: Skills, other: Skills): boolean =>
  one.languages.join() === other.languages.join() &&
  one.expertise.join() === other.expertise.join() &&
  one.country === other.country
