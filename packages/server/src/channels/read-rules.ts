import type { Fault } from '@portico/protocol/faults'
import { RE2JS, RE2JSSyntaxException } from 're2js'
import { readCountry } from '../visitors/country.ts'
import { placeOfFault } from './place-of-fault.ts'
import type { Rule } from './rule.ts'

const URL_EXPRESSION_LENGTH_MAX = 1_000
const DELAY_SECONDS_MAX = 3_600

export type ReadRule<R extends Rule> =
  | { state: 'ready'; rule: R; url: RE2JS; countries: ReadonlySet<string> }
  | { state: 'broken'; rule: R; faults: readonly RuleFault[] }

/** The place is a path into the list that was read, such as `rules[2].url, character 4`. */
export type RuleFault = Fault<
  'too-long' | 'broken-expression' | 'not-a-whole-number' | 'not-a-country' | 'not-a-delay' | 'bot-behind-hidden'
>

export function readRules<R extends Rule>(rules: readonly R[]): readonly ReadRule<R>[] {
  return rules.map((rule, index) => readRule(rule, `rules[${index}]`))
}

/** What keeps these rules from being saved. */
export function checkRules(rules: readonly Rule[]): readonly RuleFault[] {
  return readRules(rules).flatMap((read) => (read.state === 'broken' ? read.faults : []))
}

function readRule<R extends Rule>(rule: R, place: string): ReadRule<R> {
  const url = readUrl(rule.url, `${place}.url`)
  const faults = [...faultsOf(rule, place), ...('seen' in url ? [url] : [])]
  if ('seen' in url || faults.length > 0) return { state: 'broken', rule, faults }
  return { state: 'ready', rule, url, countries: new Set(rule.countries.flatMap((country) => readCountry(country) ?? [])) }
}

function readUrl(source: string, place: string): RE2JS | RuleFault {
  if (source.length > URL_EXPRESSION_LENGTH_MAX) {
    return { place, fault: 'too-long', seen: `${source.length}`, expected: `${URL_EXPRESSION_LENGTH_MAX}` }
  }
  try {
    return RE2JS.compile(source)
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    return {
      place: `${place}, character ${placeOfFault(source, error)}`,
      fault: 'broken-expression',
      seen: `${error.getDescription()}: ${error.getPattern() ?? source}`,
    }
  }
}

function faultsOf(rule: Rule, place: string): readonly RuleFault[] {
  const faults: RuleFault[] = []
  if (rule.sequence !== undefined && !Number.isSafeInteger(rule.sequence)) {
    faults.push({ place: `${place}.sequence`, fault: 'not-a-whole-number', seen: `${rule.sequence}` })
  }
  for (const [index, country] of rule.countries.entries()) {
    if (readCountry(country) !== undefined) continue
    faults.push({ place: `${place}.countries[${index}]`, fault: 'not-a-country', seen: country })
  }
  if (rule.action.type === 'open-itself' && !isDelay(rule.action.delaySeconds ?? 0)) {
    const [seen, expected] = [`${rule.action.delaySeconds}`, `0–${DELAY_SECONDS_MAX}`]
    faults.push({ place: `${place}.action.delaySeconds`, fault: 'not-a-delay', seen, expected })
  }
  if (rule.action.type === 'hide' && rule.bot) {
    faults.push({ place: `${place}.bot`, fault: 'bot-behind-hidden', seen: rule.bot.condition })
  }
  return faults
}

const isDelay = (seconds: number) => seconds >= 0 && seconds <= DELAY_SECONDS_MAX
