// Reads every import of every package, and finds those that point the wrong way (docs/architecture.md).
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LEFT_TO_RIGHT } from './left-to-right.ts'
import { importsOf, isTest, ROOT, sourcesIn, textOf, type Import } from './testing-sources.ts'

const PACKAGES = ['protocol', 'client', 'widget', 'console', 'server', 'testkit']
/** The console's rooms, as its rooms.ts lists them from left to right. */
const ROOMS = [...textOf('console/rooms.ts').matchAll(/^ {2}'([\w-]+)',$/gm)].map(([, name = '']) => name)
/** Before them stands what is theirs in common, with the one room of which that knows; behind them what draws them. */
const CONSOLE_LEFT_TO_RIGHT = [
  'preferences',
  'messages',
  'parts',
  'session',
  'requests',
  'live',
  'rooms',
  'actions',
  'auth',
  'forms',
  'conversations',
  'log',
  ...ROOMS.filter((name) => name !== 'auth'),
  'app',
]
/** What a capability keeps to itself; the rest of it is nouns, policy, reads and pure rules. */
const OWN = [
  'index',
  'commands',
  'writes',
  'broadcasts',
  'security',
  'tables',
  'routes',
  'reactions',
  'events',
  'open',
  'relay',
  'snapshots',
]
const READS_ROW_TYPES = ['reports', 'privacy']
/** Beside the folder db/, the files that pick a database. */
const NAME_A_DATABASE = ['store.ts', 'config.ts', 'main.ts', 'neighbours.ts', 'road-thread.ts', 'serve-road.ts']

/** Imports that a rule would forbid and that are right, each with its reason. */
const EXCEPTIONS: Record<string, string> = {
  'server/recognise.ts → server/auth/reads.ts': 'recognise, which every command needs, joins accounts and memberships',
  'server/recognise.ts → server/channels/reads.ts': 'as above',
  'server/recognise.ts → server/channels/level-reads.ts': 'as above',
  'server/recognise.ts → server/auth/rights.ts': 'as above',
  'server/recognise.ts → server/auth/reads/rights.ts': 'as above',
  'server/recognise.ts → server/auth/second-factor.ts': 'as above',
  'server/server.ts → server/auth/door.ts': 'who comes in is told apart by auth; the platform only knows that somebody can',
  'server/offer-setup.ts → server/auth/token.ts': 'the one-time link of the first start',
  'server/offer-setup.ts → server/auth/reads.ts': 'the one-time link of the first start',
  'server/server.ts → server/auth/terminal.ts': 'what the command line asks of the server that runs',
  'server/reset-password.ts → server/auth/terminal.ts': 'the same, where none runs',
  'server/server.ts → server/channels/framing.ts':
    'who may hold the frame is each channel’s matter; pages are served outside of all',
  'server/server.ts → server/workspace/reads.ts': 'mails bear the name of the site, and leave outside of all capabilities',
  'server/server.ts → server/presence/keeper.ts': 'it is opened and closed with the server',
  'server/server.ts → server/attachments/sweep.ts': 'as above',
  'server/server.ts → server/conversations/end-quiet.ts': 'as above',
  'server/server.ts → server/routing/tell-queue.ts': 'as above',
  'server/server.ts → server/search/keep-indexed.ts': 'as above',
  'widget/frame/main.tsx → client/tokens.css': 'colours and measures, one file for both front ends',
  'console/main.tsx → client/tokens.css': 'as above',
  'client/find-links.ts → linkify-it': 'what is a link is one rule for both front ends; nothing else of the client needs it',
}

const DANGEROUS = [
  /['"](?:node:)?(?:child_process|cluster|vm)['"]/,
  /\beval\(|\bnew Function\(/,
  /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b|\bdocument\.write\b|\bDOMParser\b/,
]
/** Exported and named by no other file, each with its reason. */
const UNNAMED: Record<string, string> = {
  'server/platform/set-parts.ts: setLineParts': 'the third of three of a kind; no capability has a part of a line yet',
}
const EXPORT = /^export (?:async )?(?:const|let|function\*?|class|type)\s+([\w$]+)/gm
const ASKS_OTHERS =
  /\bfetch\(|\bhttps?\.(?:request|get)\(|import \{ request\b[^}]*\} from 'node:http'|['"]node:(?:https|http2|dgram)['"]|['"]undici['"]/
/** The ways out: for addresses that people type, and to the object storage that the operating person has named. */
const WAYS_OUT = ['server/platform/blobs/s3-blobs.ts', 'server/platform/outbound/outbound.ts']

const files = PACKAGES.flatMap((name) => sourcesIn(join(ROOT, 'packages', name, 'src')))
const shipped = files.filter((file) => !isTest(file))
const imports = shipped.flatMap(importsOf)
/** All that may name an export. */
const readers = [
  ...files.filter((file) => file !== 'server/architecture.test.ts').map(textOf),
  ...['e2e', 'bench', 'scripts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.includes('node_modules'))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
  ),
]
const inPackage = (name: string) => imports.filter(({ from }) => from.startsWith(`${name}/`))
const said = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`).filter((line) => !(line in EXCEPTIONS))

test('[AR1] the reading finds what it looks for', () => {
  expect(imports.length).toBeGreaterThan(300)
  const found = (from: string, to: string) => imports.filter((each) => each.from === from && each.to === to)
  expect(found('protocol/schema.ts', 'zod').length).toBeGreaterThan(0)
  expect(found('server/conversations/policy.ts', 'server/channels/policy.ts')).toHaveLength(1)
  expect(found('server/channels/reads.ts', '@portico/protocol/ids')).toEqual([expect.objectContaining({ typeOnly: true })])
  expect(found('server/auth/commands/operators.ts', 'server/auth/policy.ts')).toEqual([
    expect.objectContaining({ typeOnly: false }),
  ])
})

test('[AR2] no package reaches into the folder of another', () => {
  const astray = imports.filter(({ from, to }) => isInside(to) && packageOf(from) !== packageOf(to))
  expect(said(astray)).toEqual([])
})

test('[AR3] the protocol imports nothing but the schema library, and that in one file', () => {
  const outward = inPackage('protocol').filter(({ to }) => packageOf(to) !== 'protocol')
  expect(said(outward.filter(({ from, to }) => from !== 'protocol/schema.ts' || to !== 'zod'))).toEqual([])
})

test('[AR4] the client imports the protocol alone, and of it types and what brings no schema along', () => {
  const outward = inPackage('client').filter(({ to }) => packageOf(to) !== 'client')
  expect(outward.length).toBeGreaterThan(0)
  expect(said(outward.filter((each) => !isOf('protocol', each.to) || !isLight(each)))).toEqual([])
})

test('[AR5] the widget imports the client, and of the protocol types and what brings no schema along', () => {
  const ours = inPackage('widget').filter(({ to }) => to.startsWith('@portico/'))
  expect(ours.length).toBeGreaterThan(0)
  expect(isLight({ from: 'widget/any.ts', to: '@portico/protocol/conversations', typeOnly: false })).toBe(false)
  expect(said(ours.filter((each) => !isOf('client', each.to) && !(isOf('protocol', each.to) && isLight(each))))).toEqual([])
})

test('[AR6] the console imports client and protocol', () => {
  const ours = inPackage('console').filter(({ to }) => to.startsWith('@portico/'))
  expect(ours.length).toBeGreaterThan(0)
  expect(said(ours.filter(({ to }) => !isOf('client', to) && !isOf('protocol', to)))).toEqual([])
})

test('[AR7] the server imports the protocol, and no other package', () => {
  const ours = inPackage('server').filter(({ to }) => to.startsWith('@portico/'))
  expect(said(ours.filter(({ to }) => !isOf('protocol', to)))).toEqual([])
})

test('[AR8] the platform knows no capability', () => {
  const outward = inPackage('server/platform').filter(({ to }) => isInside(to) && !to.startsWith('server/platform/'))
  expect(said(outward)).toEqual([])
})

test('[AR9] a capability knows only those to its left, and of them nouns, policy, reads and pure rules', () => {
  const wrong = inPackage('server').filter(({ from, to }) => {
    const [here, there] = [capabilityOf(from), capabilityOf(to)]
    if (here === undefined || !isInside(to) || here === there || to.startsWith('server/platform/')) return false
    if (there === undefined || LEFT_TO_RIGHT.indexOf(there) > LEFT_TO_RIGHT.indexOf(here)) return true
    const name = to.split('/')[2]?.replace(/\.ts$/, '') ?? ''
    return OWN.includes(name) && !(name === 'tables' && READS_ROW_TYPES.includes(here))
  })
  expect(said(wrong)).toEqual([])
})

test('[AR10] files outside the capabilities see their declarations alone', () => {
  const top = inPackage('server').filter(({ from, to }) => /^server\/[^/]+$/.test(from) && capabilityOf(to) !== undefined)
  expect(top.length).toBeGreaterThan(0)
  expect(said(top.filter(({ to }) => !to.endsWith('/index.ts')))).toEqual([])
})

test('[AR11] every folder of the server is the platform or a capability with its place', () => {
  const folders = new Set(shipped.flatMap((file) => /^server\/([^/]+)\//.exec(file)?.[1] ?? []))
  const strange = [...folders].filter((folder) => folder !== 'platform' && !LEFT_TO_RIGHT.includes(folder))
  expect(strange, 'not named in packages/server/src/left-to-right.ts').toEqual([])
})

test('[AR12] databases and Redis are named in db/, in the variants called by their name, and where one is picked', () => {
  const names = shipped.filter(
    (file) =>
      file.startsWith('server/') &&
      !file.startsWith('server/platform/db/') &&
      !NAME_A_DATABASE.includes(file.replace('server/', '')) &&
      !/\/postgres-[\w-]+\.ts$/.test(file) &&
      /sqlite|postgres/i.test(file + textOf(file)),
  )
  expect(names).toEqual([])
  const redis = shipped.filter(
    (file) =>
      file.startsWith('server/') &&
      !NAME_A_DATABASE.includes(file.replace('server/', '')) &&
      !/\/redis-[\w-]+\.ts$/.test(file) &&
      /redis/i.test(file + textOf(file)),
  )
  expect(redis).toEqual([])
})

test('[AR24] a room of the console imports those to its left, and no two import each other', () => {
  const inside = inPackage('console').flatMap(({ from, to }) => {
    const [here, there] = [consoleFolder(from), consoleFolder(to)]
    return here === undefined || there === undefined || here === there ? [] : [{ from, to, here, there }]
  })
  expect(inside.length).toBeGreaterThan(300)
  const placeOf = (folder: string) => CONSOLE_LEFT_TO_RIGHT.indexOf(folder)
  const wrong = inside.filter(({ here, there }) => placeOf(there) === -1 || placeOf(there) > placeOf(here))
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('[AR25] every folder of the console has its place, and those that declare a room are listed', () => {
  const folders = new Set(shipped.flatMap((file) => consoleFolder(file) ?? []))
  const rooms = [...folders].filter((folder) => shipped.includes(`console/${folder}/index.ts`))
  expect(rooms.length).toBeGreaterThan(5)
  expect(rooms.toSorted(), 'as packages/console/src/rooms.ts names them').toEqual(ROOMS.toSorted())
  expect([...folders].filter((folder) => !CONSOLE_LEFT_TO_RIGHT.includes(folder))).toEqual([])
})

test('[AR26] outside of the rooms only what draws them knows any', () => {
  const top = inPackage('console').filter(({ from }) => /^console\/[^/]+$/.test(from))
  const known = top.filter(
    ({ to }) => CONSOLE_LEFT_TO_RIGHT.indexOf(consoleFolder(to) ?? '') >= CONSOLE_LEFT_TO_RIGHT.indexOf('auth'),
  )
  expect(said(known.filter(({ to }) => !to.startsWith('console/app/')))).toEqual([])
})

test('[AR13] each exception is still needed', () => {
  const present = new Set(imports.map(({ from, to }) => `${from} → ${to}`))
  expect(Object.keys(EXCEPTIONS).filter((line) => !present.has(line))).toEqual([])
})

test('[AR14] nothing that is shipped starts a program, evaluates a text or writes HTML, and the server asks other hosts in two places', () => {
  const found = (from: string, patterns: readonly RegExp[]) =>
    shipped.filter((file) => file.startsWith(from) && patterns.some((pattern) => pattern.test(textOf(file))))
  expect(found('testkit/', DANGEROUS).length).toBeGreaterThan(0)
  expect(found('testkit/', [ASKS_OTHERS]).length).toBeGreaterThan(0)
  const ours = PACKAGES.filter((name) => name !== 'testkit')
  expect(ours.flatMap((name) => found(`${name}/`, DANGEROUS))).toEqual([])
  expect(found('server/', [ASKS_OTHERS]).toSorted()).toEqual(WAYS_OUT)
})

test('[AR23] what is exported is named in another file; only of the protocol and of what a site may call others are told', () => {
  const exported = shipped
    .filter((file) => !file.startsWith('protocol/') && file !== 'widget/portico-api.ts')
    .flatMap((file) => [...textOf(file).matchAll(EXPORT)].map(([, name = '']) => ({ file, name })))
  const filesOf = new Map<string, number>()
  for (const text of readers) for (const word of new Set(text.match(/[\w$]+/g))) filesOf.set(word, (filesOf.get(word) ?? 0) + 1)
  // Its own file is one of them.
  const isNamed = ({ name }: { name: string }) => (filesOf.get(name) ?? 0) > 1
  expect(exported.length).toBeGreaterThan(500)
  expect(isNamed({ name: 'nobodyNamesThis' })).toBe(false)
  expect(exported.filter((each) => !isNamed(each)).map(({ file, name }) => `${file}: ${name}`)).toEqual(Object.keys(UNNAMED))
})

const consoleFolder = (path: string): string | undefined => /^console\/([^/]+)\//.exec(path)?.[1]

/** Schemas cost every page bytes: a constant may come along, whatever imports something may not. */
function isLight({ to, typeOnly }: Import): boolean {
  const file = `protocol/${to.replace(/^@portico\/protocol\/?/, '') || 'index'}.ts`
  return typeOnly || imports.every(({ from, typeOnly: harmless }) => from !== file || harmless)
}

const isInside = (to: string) => PACKAGES.some((name) => to.startsWith(`${name}/`)) || to.startsWith('..')
const isOf = (name: string, to: string) => to === `@portico/${name}` || to.startsWith(`@portico/${name}/`)
const packageOf = (path: string) => path.split('/')[0]

function capabilityOf(path: string): string | undefined {
  const folder = /^server\/([^/]+)\//.exec(path)?.[1]
  return folder === 'platform' ? undefined : folder
}
