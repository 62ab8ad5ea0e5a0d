import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

const LOADER_BYTES_MAX = 4 * 1024
const APPLICATION_BYTES_MAX = 25 * 1024
const PART_BYTES_MAX = 4 * 1024
const TYPEFACE_BYTES_MAX = 20 * 1024
/** What is fetched when it is used and stands in no place of the window; the search for links is another's, and knows all domains. */
const ON_USE = {
  talk: PART_BYTES_MAX,
  'find-links': 5 * 1024,
  solve: PART_BYTES_MAX,
  fallbacks: PART_BYTES_MAX,
  tone: PART_BYTES_MAX,
}

const root = fileURLToPath(new URL('..', import.meta.url))
const built = mkdtempSync(join(tmpdir(), 'portico-widget-'))
const read = (file: string) => readFileSync(join(built, file), 'utf8')
const find = (pattern: string) => globSync(pattern, { cwd: built })
const compressed = (files: readonly string[]) => files.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0)

const styleOfFrame = () => /<style>([^<]*)<\/style>/.exec(read('frame.html'))?.[1] ?? ''

const importedBy = (code: string): string[] => [...code.matchAll(/\bfrom\s*["'`]([^"'`]+)/g)].map(([, name]) => name ?? '')

/** What a first visitor fetches after the click: the host script, and the frame's page with all that stands in it. */
const firstUsable = (): string[] => [...find('assets/widget/host-*.js'), 'frame.html']

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'build.mjs'), built], { stdio: 'inherit' })
})
afterAll(() => rmSync(built, { recursive: true }))

test('[WG1] the loader costs a host page at most 4 KB, compressed', () => {
  expect(compressed(['portico.js'])).toBeLessThanOrEqual(LOADER_BYTES_MAX)
})
test('[WG1] the chat application costs at most 25 KB until it can be used, compressed', () => {
  const files = firstUsable()
  expect(files).toHaveLength(2)
  expect(files.flatMap((file) => importedBy(read(file)))).toEqual([])
  expect(compressed(files)).toBeLessThanOrEqual(APPLICATION_BYTES_MAX)
})
test('[WG84] the frame comes in one answer: its page names no script and no style, and its parts ask for no more of it', () => {
  const page = read('frame.html')
  expect(page).toMatch(/<style>[^<]{1000}/)
  expect(page).toMatch(/<script type="module">[^]{1000}/)
  expect(page.match(/<script [^>]*src=|<link [^>]*stylesheet/g)).toBeNull()
  const parts = find('assets/widget/{log,menu,earlier,waiting,ended,fallbacks}-*.js')
  expect(parts).toHaveLength(6)
  expect(parts.flatMap((file) => importedBy(read(file))).filter((name) => !name.startsWith('./talk-'))).toEqual([])
  expect(parts.filter((file) => read(file).includes('window.core')).length).toBeGreaterThan(3)
})
test('[WG1] French, the search for links and the solver of challenges come only when they are used', () => {
  const first = firstUsable()
  expect(find('assets/widget/{fr,find-links,solve}-*.js').filter((file) => !first.includes(file))).toHaveLength(3)
})
test('[WG49] each part costs at most 4 KB with its styles and its English texts, compressed, and brings no other file along than what all share', () => {
  const folders = readdirSync(join(root, 'src/frame/parts'))
  const files = folders.map((part) => ({ part, found: find(`assets/widget/${part}-*.js`) }))
  expect(files.filter(({ found }) => found.length !== 1)).toEqual([])
  const shared = files.filter(({ found }) => importedBy(read(found[0] ?? '')).some((name) => !name.startsWith('./talk-')))
  expect(shared).toEqual([])
  expect(files.filter(({ found }) => compressed(found) > PART_BYTES_MAX)).toEqual([])
})
test('[WG53] each part of the loader has its line, costs at most 4 KB, and runs in the page of a site', () => {
  const folders = readdirSync(join(root, 'src/loader/parts'))
  const registry = ['loader', 'host'].map((side) => readFileSync(join(root, `src/${side}/parts.ts`), 'utf8')).join('')
  expect(folders.filter((part) => !registry.includes(`script: PART_SCRIPTS.${part},`))).toEqual([])
  for (const part of folders) {
    const [script = ''] = find(`assets/widget/loader-${part}-*.js`)
    expect(compressed([script])).toBeLessThanOrEqual(PART_BYTES_MAX)
    expect(['portico.js', ...find('assets/widget/host-*.js')].map(read).join('')).toContain(script)
  }
})
test.each(Object.entries(ON_USE))('[WG49] %s, fetched when it is used, keeps to its budget too', (name, bytesMax) => {
  expect(find(`assets/widget/${name}-*.js`)).toHaveLength(1)
  expect(compressed(find(`assets/widget/${name}-*.js`))).toBeLessThanOrEqual(bytesMax)
})
test('[WG32] what runs in the page of a site is ASCII, whatever that page says of its encoding', () => {
  for (const file of ['portico.js', ...find('assets/widget/{host,loader}-*.js')]) {
    expect(read(file)).not.toMatch(/[\u0080-\uFFFF]/)
  }
})
test('[WG44] a style carries the values of the tokens it uses, and names none that it lacks', () => {
  const style = styleOfFrame()
  const named = new Set([...style.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? ''))
  expect(named).toContain('--channel-button')
  expect([...named].filter((name) => !style.includes(`${name}:`))).toEqual([])
  expect(style).not.toContain('--surface')
})
test('[WG45] nobody waits for the typeface, which costs at most 20 KB: no style of the frame names a file', () => {
  const [file = '', ...others] = find('assets/widget/inter-latin-????????.woff2')
  expect(others).toEqual([])
  expect(statSync(join(built, file)).size).toBeLessThanOrEqual(TYPEFACE_BYTES_MAX)
  expect(read('frame.html')).toContain(file.split('/').at(-1))
  expect(styleOfFrame()).not.toMatch(/@font-face|url\(/)
})
test('[WG33] of the protocol the widget takes types, limits, ids and what is said of a person or a page: a schema would cost bytes', () => {
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: (file) => file.endsWith('.test.ts') })
  const imports = sources.flatMap(
    (file) => readFileSync(join(root, file), 'utf8').match(/^import [^']*'@portico\/protocol[^']*'$/gm) ?? [],
  )
  expect(imports.length).toBeGreaterThan(10)
  const values = imports.filter((line) => !line.startsWith('import type '))
  expect(
    values.filter(
      (line) => !/protocol\/(first-names|initials|limits|new-id|opening-words|page-address|says-nothing|tint)'$/.test(line),
    ),
  ).toEqual([])
})
