import { globSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { previewTexts } from '../../preview/texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { besideTexts } from '../loader/parts/beside/texts.ts'
import { countTexts } from '../loader/parts/count/texts.ts'
import { coverTexts } from '../loader/parts/cover/texts.ts'
import { loaderTexts } from './loader-texts.ts'
import { LANGUAGES } from './locale.ts'
import { fill, openWords } from './words.ts'

type Texts = Record<string, string | Record<string, string>>
const root = fileURLToPath(new URL('../../', import.meta.url))
const source = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => ({ file, text: readFileSync(root + file, 'utf8') }))
const forms = (text: string | Record<string, string> | undefined): string[] =>
  typeof text === 'string' ? [text] : Object.values(text ?? {})
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

const parts = await Promise.all(
  readdirSync(`${root}src/frame/parts`).map(async (part): Promise<[string, Texts, Texts]> => {
    const spoken = async (language: string) =>
      ((await import(`../frame/parts/${part}/texts.${language}.ts`)) as { texts: Texts }).texts // as each part's are
    return [part, await spoken('en'), await spoken('fr')]
  }),
)

describe.each<[string, Texts, Texts]>([
  ['the frame', en, fr],
  ...parts,
  ['the loader', loaderTexts.en, loaderTexts.fr],
  ['what stands beside the button', besideTexts.en, besideTexts.fr],
  ['the count at the button', countTexts.en, countTexts.fr],
  ['what stands in the window before the frame does', coverTexts.en, coverTexts.fr],
  ['the preview page', previewTexts.en, previewTexts.fr],
])('%s', (_name, english, french) => {
  test('[WG23][A30] says in French all that it says in English', () => {
    expect(Object.keys(french)).toEqual(Object.keys(english))
  })
  test.each(Object.keys(english))('[WG23] %s names the same values, and says something', (key) => {
    const expected = placeholders(forms(english[key]).at(-1) ?? '')
    for (const text of [...forms(english[key]), ...forms(french[key])]) {
      expect(text.trim()).not.toBe('')
      expect(placeholders(text)).toEqual(expected)
    }
  })
})

describe.each(LANGUAGES)('%s', (language) => {
  test.each([0, 1, 2, 5, 1_000_000])('[WG23][A30] counts %i', async (count) => {
    const { texts, counted } = await openWords(language)
    const figure = new Intl.NumberFormat(language).format(count)
    expect(counted(texts.newMessages, count)).toContain(figure)
    expect(counted(texts.newMessages, count)).toMatch(
      new Intl.PluralRules(language).select(count) === 'one' ? /message$/ : /messages/,
    )
  })
})

test('[WG23] a value that looks like a text is put in as it is', () => {
  expect(fill('{name} is here', { name: '{count} $& <b>' })).toBe('{count} $& <b> is here')
})

test('[WG23] no text is kept that nothing shows', () => {
  const used = source('src/frame/**/*.{ts,tsx}')
    .map(({ text }) => text)
    .join()
  expect(Object.keys(en).filter((key) => !used.includes(`texts.${key}`))).toEqual([])
})

test.each(parts)('[WG23] %s keeps no text that it does not show', (part, english) => {
  // What the console says in the same words stands in the protocol, and is given the texts.
  const used = [...source(`src/frame/parts/${part}/*.{ts,tsx}`), ...source('../protocol/src/opening-words.ts')]
    .map(({ text }) => text)
    .join()
  expect(Object.keys(english).filter((key) => !new RegExp(`\\b(?:own|texts)\\.${key}\\b`).test(used))).toEqual([])
})

// Text between tags, or in an attribute that is read to people.
const LITERAL = />\s*[^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*<\/|\b(?:aria-label|placeholder|title|alt)="[^"]*\p{L}/u

test('[WG24] the scan finds a text that stands in a component', () => {
  expect('<p class="who">Somebody</p>').toMatch(LITERAL)
  expect('<input placeholder="Write" />').toMatch(LITERAL)
})
test.each(source('src/frame/**/*.tsx'))('[WG24] $file holds no text of its own', ({ text }) => {
  expect(text).not.toMatch(LITERAL)
})
