import { readCountry } from '../visitors/country.ts'
import type { ReadRule } from './read-rules.ts'

export type Rule = {
  /** Smaller comes first. */
  sequence?: number
  /** Searched in the page's address; an empty one is found in every address. */
  url: string
  /** ISO 3166 codes of two letters; none means every country. */
  countries: readonly string[]
  action: Action
  bot?: Bot
}

export type Action =
  | { type: 'show' }
  | { type: 'show-with-notification' }
  | { type: 'open-itself'; delaySeconds?: number }
  | { type: 'hide' }

export type Bot = { condition: 'always' | 'only-if-no-operator' | 'only-if-operator'; archivedAt?: number; steps: number }

export type Visit = { address: string; country?: string; operatorAvailable: boolean }

type Match<R extends Rule> = {
  matched: R | undefined
  action: Action
  widgetAvailable: boolean
  /** In the order looked at. */
  others: readonly { rule: R; why: Miss }[]
}

export type Miss =
  | 'broken'
  | 'country-unknown'
  | 'other-country'
  | 'url-not-found'
  | 'bot-archived'
  | 'bot-without-steps'
  | 'operator-available'
  | 'no-operator-available'
  | 'later'

const SEQUENCE_DEFAULT = 10

const PLAIN_BUTTON: Action = { type: 'show' }

export function matchRule<R extends Rule>(rules: readonly ReadRule<R>[], visit: Visit): Match<R> {
  const looks = inOrder(rules).map((read) => ({ rule: read.rule, miss: missOf(read, visit) }))
  const hit = looks.find(({ miss }) => miss === undefined)
  const action = hit?.rule.action ?? PLAIN_BUTTON
  return {
    matched: hit?.rule,
    action,
    widgetAvailable: action.type !== 'hide' && (hit?.rule.bot !== undefined || visit.operatorAvailable),
    others: looks.filter((look) => look !== hit).map(({ rule, miss }) => ({ rule, why: miss ?? 'later' })),
  }
}

/** Those limitHits to countries first; the sort is stable, so equal sequences keep the order given. */
function inOrder<R extends Rule>(rules: readonly ReadRule<R>[]): readonly ReadRule<R>[] {
  const rank = ({ rule }: ReadRule<R>) => (rule.countries.length > 0 ? 0 : 1)
  const sequence = ({ rule }: ReadRule<R>) => rule.sequence ?? SEQUENCE_DEFAULT
  return rules.toSorted((one, other) => rank(one) - rank(other) || sequence(one) - sequence(other))
}

function missOf(read: ReadRule<Rule>, { address, country, operatorAvailable }: Visit): Miss | undefined {
  if (read.state === 'broken') return 'broken'
  if (read.countries.size > 0) {
    const known = readCountry(country ?? '')
    if (known === undefined) return 'country-unknown'
    if (!read.countries.has(known)) return 'other-country'
  }
  if (!read.url.test(address)) return 'url-not-found'
  return read.rule.bot && missOfBot(read.rule.bot, operatorAvailable)
}

function missOfBot({ archivedAt, steps, condition }: Bot, operatorAvailable: boolean): Miss | undefined {
  if (archivedAt !== undefined) return 'bot-archived'
  if (steps === 0) return 'bot-without-steps'
  if (condition === 'only-if-no-operator' && operatorAvailable) return 'operator-available'
  if (condition === 'only-if-operator' && !operatorAvailable) return 'no-operator-available'
  return undefined
}
