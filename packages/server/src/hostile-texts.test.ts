// Whoever may say something may say it to keep the server busy. Every text of every shape that comes in is fed what makes
// careless patterns slow: the time may grow with the length, never with its square.
import * as s from '@portico/protocol/schema'
import { clientFrame, commandsBody, hello } from '@portico/protocol/session'
import { findLinks } from '@portico/client/find-links'
import { expect, test } from 'vitest'
import { capabilities } from './registry.ts'
import { readConfig, VARIABLES } from './config.ts'
import { routesOf } from './platform/registry.ts'
import { parseFrame, parseHello } from './platform/wire/parse-frame.ts'
import { textPlaces } from './testing-text-places.ts'

const KIB = 1024
const LENGTHS = [16 * KIB, 32 * KIB, 64 * KIB]
const GROWTH_MAX = 2.5
const TRIES = 5
/**
 * Under this the clock and its neighbours are all that is measured: an error that costs Node itself 1 ms costs up to 50 where the
 * runner of the tests looks after errors. What is quadratic takes seconds.
 */
const NOTHING_MS = 100

const REPEATED: Record<string, (length: number) => string> = {
  'dots after an at': (n) => `a@${'.'.repeat(n)}@`,
  'labels after an at': (n) => `a@${'a.'.repeat(n / 2)}@`,
  ats: (n) => 'a@'.repeat(n / 2),
  letters: (n) => 'a'.repeat(n),
  digits: (n) => `${'1'.repeat(n)}x`,
  'white space': (n) => `${' '.repeat(n)}\0`,
  'halves of characters': (n) => '\ud800'.repeat(n),
  'characters of four bytes': (n) => '👋'.repeat(n / 2),
  brackets: (n) => '(<['.repeat(n / 3),
  addresses: (n) => 'http://a.'.repeat(n / 9),
  separators: (n) => `${'-_:/'.repeat(n / 4)}!`,
}

const routes = await routesOf(capabilities)
const SHAPES: Record<string, s.Schema> = {
  hello,
  frame: clientFrame,
  'POST /commands': commandsBody,
  ...Object.fromEntries(routes.flatMap(({ method, path, body }) => (body ? [[`${method} ${path}`, body]] : []))),
  ...Object.fromEntries(routes.flatMap(({ path, params }) => (params ? [[path, params]] : []))),
  ...Object.fromEntries(routes.flatMap(({ method, path, query }) => (query ? [[`${method} ${path}?`, query]] : []))),
}

test('[WR17] no text of any frame, body, path or query takes more than its length', () => {
  const places = Object.entries(SHAPES).flatMap(([name, schema]) =>
    textPlaces(schema).map(({ place, put }) => ({
      what: `${name} ${place}`,
      run: (text: string) => s.safeParse(schema, put(text)),
    })),
  )
  expect(places.length).toBeGreaterThan(40)
  expect(places.flatMap(faultsOf)).toEqual([])
})

test('[WR17] no setting takes more than its length', () => {
  const settings = [...Object.keys(VARIABLES), 'PORT', 'PORTICO_UNKNOWN'].map((name) => ({
    what: name,
    run: (text: string) => attempt(() => readConfig({ [name]: text })),
  }))
  expect(settings.flatMap(faultsOf)).toEqual([])
})

test('[WR17] no frame takes more than its length before it is known to be one', () => {
  const frames = [
    { what: 'depth', of: (text: string) => '['.repeat(text.length) },
    { what: 'a type', of: (text: string) => JSON.stringify({ type: text }) },
    { what: 'an id', of: (text: string) => JSON.stringify({ type: 'command', id: text }) },
    { what: 'names', of: (text: string) => JSON.stringify({ type: 'ping', [text]: text }) },
  ]
  const places = frames.map(({ what, of }) => ({ what, run: (text: string) => [parseFrame(of(text)), parseHello(of(text))] }))
  expect(places.flatMap(faultsOf)).toEqual([])
})

test('[WR17] no message keeps those who read it busy', () => {
  expect(faultsOf({ what: 'links', run: (text) => findLinks(text.slice(0, text.length / 8)) })).toEqual([])
})

type Place = { what: string; run: (text: string) => unknown }

function faultsOf({ what, run }: Place): string[] {
  return Object.entries(REPEATED).flatMap(([kind, make]) => {
    const [, before, longest] = LENGTHS.map((length) => bestOf(run, make(length)))
    if (before === undefined || longest === undefined) throw new Error('two lengths are compared')
    const grows = longest > NOTHING_MS && longest / before > GROWTH_MAX
    return grows ? [`${what} with ${kind}: ${before.toFixed(1)} ms, then ${longest.toFixed(1)} ms`] : []
  })
}

function bestOf(run: Place['run'], text: string): number {
  let best = Infinity
  for (let tries = 0; tries < TRIES && (tries === 0 || best > NOTHING_MS); tries++) {
    const startedAt = performance.now()
    run(text)
    best = Math.min(best, performance.now() - startedAt)
  }
  return best
}

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error) return error.message
    throw error
  }
}
