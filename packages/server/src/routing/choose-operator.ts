import type { OperatorId } from '@portico/protocol/ids'
import { sameCountry } from '../visitors/country.ts'
import { sameLanguage } from './same-language.ts'

/** An operator who is available and has room; `capacity.ts` says who has. */
export type Candidate = {
  id: OperatorId
  languages: readonly string[]
  country?: string
  expertise: readonly string[]
  /** Conversations he contributes to that have not ended. */
  held: readonly { givenAt: number; stirredAt: number }[]
  /** Conversations he was given and has left that have not ended. */
  left: readonly { givenAt: number }[]
  inCallSince?: number
}

export type Wish = {
  at: number
  previous?: { operator: OperatorId; metAt: number }
  language?: string
  country?: string
  expertise: readonly string[]
}

export type Choice = { operator: OperatorId; tier: Tier }

export type Tier = 'previous' | (typeof TIERS)[number]['name'] | 'everybody'

const PREVIOUS_MS = 7 * 24 * 60 * 60 * 1_000
const ACTIVE_MS = 30 * 60 * 1_000
export const PAUSE_MS = 120 * 1_000
const BUSY_WHILE_CALLING = 2

const TIERS = [
  { name: 'language and all expertise', suits: [speaks, knowsAll] },
  { name: 'language and some expertise', suits: [speaks, knowsSome] },
  { name: 'language', suits: [speaks] },
  { name: 'country and all expertise', suits: [livesIn, knowsAll] },
  { name: 'country and some expertise', suits: [livesIn, knowsSome] },
  { name: 'country', suits: [livesIn] },
  { name: 'all expertise', suits: [knowsAll] },
  { name: 'some expertise', suits: [knowsSome] },
] as const

/** `random` gives numbers from 0 up to, but not including, 1. */
export function chooseOperator(candidates: readonly Candidate[], wish: Wish, random: () => number): Choice | undefined {
  const previous = candidates.find(({ id }) => id === wish.previous?.operator)
  if (previous && mayContinue(previous, wish)) return { operator: previous.id, tier: 'previous' }
  for (const { name, suits } of TIERS) {
    const suited = candidates.filter((candidate) => suits.every((suit) => suit(candidate, wish)))
    const rested = suited.filter((candidate) => restsUntil(candidate, wish.at) === undefined)
    const chosen = leastBusy(rested.length > 0 ? rested : suited, wish.at, random)
    if (chosen) return { operator: chosen.id, tier: name }
  }
  const anybody = leastBusy(candidates, wish.at, random)
  return anybody && { operator: anybody.id, tier: 'everybody' }
}

function mayContinue(previous: Candidate, { previous: met, at }: Wish): boolean {
  const remembered = met !== undefined && at - met.metAt <= PREVIOUS_MS
  return remembered && !(activeAt(at, previous) >= BUSY_WHILE_CALLING && isCalling(previous))
}

function speaks({ languages }: Candidate, { language }: Wish): boolean {
  return language !== undefined && languages.some((spoken) => sameLanguage(spoken, language))
}

function livesIn({ country }: Candidate, wish: Wish): boolean {
  return sameCountry(country, wish.country)
}

/** True of everybody where nothing is wished. */
function knowsAll({ expertise }: Candidate, wish: Wish): boolean {
  return wish.expertise.every((wished) => expertise.includes(wished))
}

function knowsSome({ expertise }: Candidate, wish: Wish): boolean {
  return wish.expertise.some((wished) => expertise.includes(wished))
}

/** Until when he comes after others of his tier; undefined: he rests no more. Handing on what one was just given is no rest: it would be given back. */
function restsUntil({ held, left }: Candidate, at: number): number | undefined {
  const until = Math.max(...[...held, ...left].map(({ givenAt }) => givenAt + PAUSE_MS))
  return until > at ? until : undefined
}

function leastBusy(candidates: readonly Candidate[], at: number, random: () => number): Candidate | undefined {
  const idle = candidates.filter((candidate) => activeAt(at, candidate) === 0)
  if (idle.length > 0) return pick(idle, random)
  const [best, ...rest] = candidates.toSorted((one, other) => compareBusyness(one, other, at))
  return best && pick([best, ...rest.filter((candidate) => compareBusyness(best, candidate, at) === 0)], random)
}

function compareBusyness(one: Candidate, other: Candidate, at: number): number {
  const [active, otherActive] = [activeAt(at, one), activeAt(at, other)]
  const strained = (candidate: Candidate, count: number) => Number(count >= BUSY_WHILE_CALLING && isCalling(candidate))
  return (
    strained(one, active) - strained(other, otherActive) ||
    active - otherActive ||
    Number(isCalling(one)) - Number(isCalling(other))
  )
}

const activeAt = (at: number, { held }: Candidate) => held.filter(({ stirredAt }) => at - stirredAt < ACTIVE_MS).length

const isCalling = ({ inCallSince }: Candidate) => inCallSince !== undefined

const pick = (candidates: readonly Candidate[], random: () => number) => candidates[Math.floor(random() * candidates.length)]
