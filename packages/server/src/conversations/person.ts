import type { Person as PersonView, Staff, VisitorCard, Written } from '@portico/protocol/conversations'
import type { VisitorId } from '@portico/protocol/ids'
import type { Refusal } from '@portico/protocol/outcome'
import { wordsOf } from '@portico/protocol/words-of'
import { refuse } from '../platform/capability.ts'

/** What is known of a visitor over all conversations. `said…` is what he gave last himself: only something else of his replaces it. */
export type Person = PersonView & {
  id: VisitorId
  name: string | null
  email: string | null
  saidName: string | null
  saidEmail: string | null
}

const FIELDS = ['name', 'email', 'phone', 'comments'] as const

export const stranger = (id: VisitorId): Person => ({
  id,
  name: null,
  email: null,
  phone: null,
  comments: null,
  saidName: null,
  saidEmail: null,
  editedAt: null,
  editedBy: null,
})

/** After a visitor has introduced himself: what he says again changes nothing that operators have written since. */
export function introduced(known: Person, { name, email }: { name?: string | undefined; email?: string | undefined }): Person {
  const saidName = name?.trim() ?? known.saidName
  const saidEmail = email ?? known.saidEmail
  return {
    ...known,
    saidName,
    saidEmail,
    name: saidName === known.saidName ? known.name : saidName,
    email: saidEmail === known.saidEmail ? known.email : saidEmail,
  }
}

type Edit = { set: Written; was: Written; by: Staff; at: number }

/** After an operator has written something down; undefined where it stands there already. */
export function edited(known: Person, { set, was, by, at }: Edit): Person | Refusal | undefined {
  const fields = FIELDS.filter((field) => set[field] !== undefined && trimmed(set[field]) !== known[field])
  if (fields.some((field) => trimmed(was[field]) !== known[field]))
    return refuse('changed', known.editedBy ? { by: known.editedBy } : {})
  if (fields.length === 0) return undefined
  const changes = Object.fromEntries(fields.map((field) => [field, trimmed(set[field])]))
  return { ...known, ...changes, editedAt: at, editedBy: by }
}

// Who clears a field knows nothing of it any more.
const trimmed = (text: string | undefined): string | null => text?.trim() || null

/** How a visitor is shown in one conversation. */
export const cardOf = ({ name, email }: Person, card: VisitorCard): VisitorCard => ({ ...card, name, email })

export const viewOf = ({ phone, comments, editedAt, editedBy }: Person): PersonView => ({ phone, comments, editedAt, editedBy })

/** By which a person is found. */
export const wordsOfPerson = ({ name, email }: Pick<Person, 'name' | 'email'>): string[] =>
  wordsOf(`${name ?? ''} ${email ?? ''}`).slice(0, WORDS_MAX)

/** A name or an address of more is found by its first ones. */
const WORDS_MAX = 24
