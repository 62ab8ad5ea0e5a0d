import { globSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = './assets/widget/'
const IMPORT = /\bimport\{([^}]*)\}from"\.\/([^"]+)";?/g
const EXPORT = /\bexport\{([^}]*)\};?\s*$/
/** What the bundler passes to its preloader, of which plain-imports.mjs leaves nothing. */
const UNUSED = ',[],import.meta.url)'
const RENAMED = /([\w$]+) as ([\w$]+)/g

/**
 * The frame's page in one answer: its style and its scripts stand in it. What would import from one of those, as it has no address any
 * more, takes from the window (`core`) what it leaves there.
 */
export async function inOneFlight(outDir) {
  const page = await readFile(join(outDir, 'frame.html'), 'utf8')
  const [scriptTag, script] = named(page, /\s*<script type="module" crossorigin src="([^"]+)"><\/script>/)
  const [styleTag, style] = named(page, /\s*<link rel="stylesheet" crossorigin href="([^"]+)">/)
  const preloads = /\s*<link rel="modulepreload" [^>]*>/g
  const folder = join(outDir, FOLDER)
  const within = await withAllItImports(folder, script.slice(FOLDER.length))
  const css = await readFile(join(outDir, style), 'utf8')
  const scripts = [...within].map(
    ([name, code]) => `<script type="module">${fit(asPage(taken(code, within), placeOf(name, within)))}</script>`,
  )
  const inline = page
    .replace(preloads, '')
    .replace(scriptTag, '')
    .replace(styleTag, '')
    .replace('</head>', () => `<style>${fit(css.replaceAll('url(./', `url(${FOLDER}`))}</style></head>`)
    .replace('</body>', () => `</body>${scripts.join('')}`)
  await writeFile(join(outDir, 'frame.html'), inline)
  await Promise.all([...within.keys(), style.slice(FOLDER.length)].map((file) => rm(join(folder, file))))
  for (const part of globSync('*.js', { cwd: folder })) {
    const code = await readFile(join(folder, part), 'utf8')
    await writeFile(join(folder, part), taken(code, within))
  }
}

function named(page, tag) {
  const [whole, file] = tag.exec(page) ?? []
  if (file === undefined) throw new Error(`frame.html names no ${tag}`)
  return [whole, file]
}

/** Scripts by their names, each behind those that it imports. */
async function withAllItImports(folder, name, found = new Map()) {
  const code = await readFile(join(folder, name), 'utf8')
  for (const [, , from] of code.matchAll(IMPORT)) if (!found.has(from)) await withAllItImports(folder, from, found)
  return found.set(name, code)
}

const taken = (code, within) =>
  code.replaceAll(IMPORT, (whole, names, from) =>
    within.has(from) ? `const{${names.replaceAll(RENAMED, '$1:$2')}}=window.core[${placeOf(from, within)}];` : whole,
  )

const placeOf = (name, within) => [...within.keys()].indexOf(name)

const asPage = (code, place) =>
  code
    .replaceAll(UNUSED, ')')
    .replaceAll('import.meta.url', `new URL('${FOLDER}',location)`)
    .replaceAll(/\bimport\(`\.\//g, `import(\`${FOLDER}`)
    .replace(EXPORT, (_, names) => `;(window.core??=[])[${place}]={${names.replaceAll(RENAMED, '$2:$1')}}`)

function fit(text) {
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error('what stands in frame.html would end its own element')
  return text
}
