import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { dress } from './scenes/dress.ts'
import { openHouses } from './scenes/houses.ts'
import { SCENES } from './scenes/scenes.ts'

const FOLDER = join(import.meta.dirname, '../screens')
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const
/** As a shell says it. */
const INTERRUPTED = 130
const THEMES = ['light', 'dark'] as const

const HELP = `npm run screens [-- <words> …]

Renders every screen and state of console and widget through the real server, at ${SIZES.map(({ width }) => width).join(', ')} px,
light and dark, into screens/; screens/index.html shows all of them at once. Words choose the scenes whose names
contain one of them, for instance: npm run screens -- widget/ console/conversation
`

const words = process.argv.slice(2)
if (words.includes('--help')) process.stdout.write(HELP)
else await renderAll()

async function renderAll(): Promise<void> {
  const scenes = SCENES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  if (words.length === 0) rmSync(FOLDER, { recursive: true, force: true })
  const houses = await openHouses({ handleSIGINT: false })
  process.once('SIGINT', () => {
    process.exitCode = INTERRUPTED
  })
  try {
    for (const [index, scene] of scenes.entries()) {
      if (process.exitCode) break
      await houses.show(scene, ({ page }) => render(page, scene.name))
      process.stdout.write(`${index + 1}/${scenes.length} ${scene.name}\n`)
    }
  } finally {
    await houses.close()
  }
  writeFileSync(join(FOLDER, 'index.html'), indexOf(SCENES.map(({ name }) => name)))
  process.stdout.write(`${join(FOLDER, 'index.html')}\n`)
}

async function render(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    for (const theme of THEMES) {
      await dress(page, { ...size, theme })
      const path = join(FOLDER, fileOf({ name, width: size.width, theme }))
      mkdirSync(dirname(path), { recursive: true })
      await page.screenshot({ path, animations: 'disabled' })
    }
  }
}

function fileOf({ name, width, theme }: { name: string; width: number; theme: string }): string {
  return `${name}-${width}-${theme}.png`
}

function indexOf(names: readonly string[]): string {
  const picture = (file: string) => `<a href="${file}"><img src="${file}" alt="${file}" height="300" loading="lazy"></a>`
  const row = (name: string) => {
    const files = SIZES.flatMap(({ width }) => THEMES.map((theme) => fileOf({ name, width, theme })))
    return `<h2>${name}</h2><p>${files.map(picture).join(' ')}</p>`
  }
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>body{font:14px sans-serif}p{white-space:nowrap}</style>${names.map(row).join('\n')}`
}
