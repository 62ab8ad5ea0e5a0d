import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openWords } from '../messages/words.ts'
import type { Chat } from './chat.ts'
import { openParts } from './open-parts.tsx'
import type { AnyPart } from './part.ts'
import './later-parts.ts'
import { rooms, type Room } from './parts.ts'

const styled: string[] = []
class Sheet {
  replaceSync = (styles: string) => styled.push(styles)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('CSSStyleSheet', Sheet)
  vi.stubGlobal('document', { adoptedStyleSheets: [] })
})
afterEach(() => {
  styled.length = 0
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const part: AnyPart = {
  texts: { en: async () => 'Good', fr: async () => 'Bon' },
  styles: '.rating {}',
  open: () => () => null,
}

/** A window with one part, which is fetched as the test says. */
async function windowOf(room: Partial<Room>) {
  let drawings = 0
  const chat = { changed: () => drawings++ } as unknown as Chat // of which a part that draws nothing needs no more
  const parts = openParts(chat, [
    { stands: 'foot', needed: () => true, soon: () => false, load: async () => ({ part }), ...room },
  ])
  const [english, french] = [await openWords('en'), await openWords('fr')]
  const shown = (words = english) =>
    parts.at('foot', words).map((drawn) => (drawn as { props: { texts: string } } | undefined)?.props.texts) // of the element
  const come = () => vi.advanceTimersByTimeAsync(0)
  return { parts, english, french, shown, come, drawings: () => drawings }
}

test('[WG49] a part is fetched when it is needed, draws when it has come, and brings its style once', async () => {
  let needed = false
  let fetched = 0
  const load = async () => {
    fetched += 1
    return { part }
  }
  const { shown, come, french, drawings } = await windowOf({ needed: () => needed, load })
  expect(shown()).toEqual([])
  expect(fetched).toBe(0)
  needed = true
  expect(shown()).toEqual([undefined])
  expect(shown()).toEqual([undefined])
  await come()
  expect([fetched, drawings()]).toEqual([1, 1])
  expect(shown()).toEqual(['Good'])
  shown(french)
  await come()
  expect(styled).toEqual(['.rating {}'])
})

test('[WG49] what will be needed next is fetched ahead, and what will not is not', async () => {
  const load = vi.fn(async () => ({ part }))
  const far = await windowOf({ soon: () => false, load })
  far.parts.fetchAhead(far.english)
  expect(load).not.toHaveBeenCalled()
  const near = await windowOf({ soon: () => true, load })
  near.parts.fetchAhead(near.english)
  await near.come()
  expect(load).toHaveBeenCalledTimes(1)
  expect(near.shown()).toEqual(['Good'])
})

test('[WG50] a part that is needed and does not come is missing, is asked for again after 10 s, and then is not', async () => {
  let away = true
  let fetched = 0
  const load = async () => {
    fetched += 1
    if (away) throw new TypeError('Failed to fetch dynamically imported module')
    return { part }
  }
  const { parts, shown, come } = await windowOf({ load })
  shown()
  expect(parts.areMissing()).toBe(false)
  await come()
  expect(parts.areMissing()).toBe(true)
  away = false
  shown()
  await vi.advanceTimersByTimeAsync(9999)
  shown()
  await come()
  expect([fetched, parts.areMissing()]).toEqual([1, true])
  await vi.advanceTimersByTimeAsync(1)
  shown()
  await come()
  expect([fetched, parts.areMissing(), shown()]).toEqual([2, false, ['Good']])
})

test('[WG50] what was fetched ahead in vain is missed by nobody until it is needed', async () => {
  let needed = false
  const load = async () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  }
  const { parts, come, english } = await windowOf({ soon: () => true, needed: () => needed, load })
  parts.fetchAhead(english)
  await come()
  expect(parts.areMissing()).toBe(false)
  needed = true
  expect(parts.areMissing()).toBe(true)
})

test('[WG51] a part changes its language with the widget, and keeps the former where the other does not come', async () => {
  let french: () => Promise<string> = part.texts.fr as () => Promise<string>
  const load = async () => ({ part: { ...part, texts: { ...part.texts, fr: () => french() } } })
  const there = await windowOf({ load })
  there.shown()
  await there.come()
  expect(there.shown(there.french)).toEqual(['Good'])
  await there.come()
  expect(there.shown(there.french)).toEqual(['Bon'])

  french = async () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  }
  const away = await windowOf({ load })
  away.shown()
  await away.come()
  away.shown(away.french)
  await away.come()
  expect([away.shown(away.french), away.parts.areMissing()]).toEqual([['Good'], false])
})

test('[WG51] a language that was asked for and is no longer comes too late', async () => {
  const { shown, come, french } = await windowOf({})
  shown(french)
  shown()
  await come()
  expect(shown()).toEqual(['Good'])
})

test('[WG52] each folder of parts has its line in parts.ts or later-parts.ts', () => {
  const registry = ['parts.ts', 'later-parts.ts'].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('')
  const folders = readdirSync(join(import.meta.dirname, 'parts'))
  const missing = folders.filter((folder) => !registry.includes(`import('./parts/${folder}/${folder}.tsx')`))
  expect(missing, 'not named in packages/widget/src/frame/parts.ts or later-parts.ts').toEqual([])
  expect(folders.length).toBe(rooms.length)
})
