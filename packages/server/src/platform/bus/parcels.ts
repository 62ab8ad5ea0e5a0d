import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import { FLEETING_BYTES_MAX, type Hint } from './bus.ts'

/** Fleeting messages that wait to leave; of more than these the oldest are forgotten. */
const SAID_MAX = 1000

/** What one node says to all in one piece; `beat` is a word to itself. */
export type Parcel = { from: string; beat?: number; moved?: [Topic, number][]; said?: [Topic, Fleeting][] }

export const isShort = (fleeting: Fleeting): boolean => Buffer.byteLength(JSON.stringify(fleeting)) <= FLEETING_BYTES_MAX

type Outgoing = {
  announce: (heads: readonly Hint[]) => void
  /** Answers how many found no room. */
  say: (topic: Topic, fleeting: Fleeting) => number
  /** All that waits, as texts of at most so many bytes. */
  take: () => string[]
}

/** Gathers what a node says while what it said before is still leaving: of a topic the newest head is enough. */
export function gatherFrom(from: string, bytesMax: number): Outgoing {
  let moved = new Map<Topic, number>()
  let said: [Topic, Fleeting][] = []

  return {
    announce: (heads) => {
      for (const { topic, position } of heads) moved.set(topic, Math.max(position, moved.get(topic) ?? 0))
    },
    say: (topic, fleeting) => {
      if (!isShort(fleeting)) return 1
      const forgotten = said.length >= SAID_MAX ? said.splice(0, 1) : []
      said.push([topic, fleeting])
      return forgotten.length
    },
    take: () => {
      const texts = [...cut(from, 'moved', [...moved], bytesMax), ...cut(from, 'said', said, bytesMax)]
      moved = new Map()
      said = []
      return texts
    },
  }
}

export const beatOf = (from: string, beat: number): string => JSON.stringify({ from, beat } satisfies Parcel)

/** Of what stands there that which a node of ours may have said: others may write where nodes talk, and newer nodes say more. */
export function open(text: string): Parcel | undefined {
  const parcel = parsed(text)
  if (typeof parcel !== 'object' || parcel === null || !('from' in parcel) || typeof parcel.from !== 'string') return undefined
  const { beat, moved, said } = parcel as { beat?: unknown; moved?: unknown; said?: unknown } // each is looked at below
  return {
    from: parcel.from,
    ...(typeof beat === 'number' && { beat }),
    moved: pairsIn(moved).filter((pair): pair is [Topic, number] => typeof pair[1] === 'number'),
    said: pairsIn(said).filter((pair): pair is [Topic, Fleeting] => typeof pair[1] === 'object' && pair[1] !== null),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const pairsIn = (list: unknown): [string, unknown][] =>
  Array.isArray(list) ? list.filter((each): each is [string, unknown] => Array.isArray(each) && typeof each[0] === 'string') : []

function cut(from: string, what: 'moved' | 'said', items: readonly unknown[], bytesMax: number): string[] {
  const [head, tail] = [`{"from":${JSON.stringify(from)},"${what}":[`, ']}']
  const room = bytesMax - head.length - tail.length
  const texts: string[] = []
  let piece: string[] = []
  let bytes = 0
  for (const item of items.map((each) => JSON.stringify(each))) {
    const length = Buffer.byteLength(item) + 1
    if (piece.length > 0 && bytes + length > room) {
      texts.push(`${head}${piece.join(',')}${tail}`)
      piece = []
      bytes = 0
    }
    piece.push(item)
    bytes += length
  }
  if (piece.length > 0) texts.push(`${head}${piece.join(',')}${tail}`)
  return texts
}
