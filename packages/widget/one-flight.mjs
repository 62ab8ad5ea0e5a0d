import { readFile, rm, writeFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = './assets/widget/'

/**
 * The frame's page in one answer: its style and its script stand in it. A part that would import from that script, as it has no address any
 * more, takes from the window what it leaves there.
 */
export async function inOneFlight(outDir) {
  const page = await readFile(join(outDir, 'frame.html'), 'utf8')
  const [scriptTag, script] = named(page, /\s*<script type="module" crossorigin src="([^"]+)"><\/script>/)
  const [styleTag, style] = named(page, /\s*<link rel="stylesheet" crossorigin href="([^"]+)">/)
  const code = await readFile(join(outDir, script), 'utf8')
  const css = await readFile(join(outDir, style), 'utf8')
  const inline = page
    .replace(scriptTag, '')
    .replace(styleTag, '')
    .replace('</head>', () => `<style>${fit(css.replaceAll('url(./', `url(${FOLDER}`))}</style></head>`)
    .replace('</body>', () => `</body><script type="module">${fit(asPage(code))}</script>`)
  await writeFile(join(outDir, 'frame.html'), inline)
  await Promise.all([script, style].map((file) => rm(join(outDir, file))))
  const name = script.slice(FOLDER.length)
  for (const part of globSync('assets/widget/*.js', { cwd: outDir })) await takeFromWindow(join(outDir, part), name)
}

function named(page, tag) {
  const [whole, file] = tag.exec(page) ?? []
  if (file === undefined) throw new Error(`frame.html names no ${tag}`)
  return [whole, file]
}

const asPage = (code) =>
  code
    .replaceAll('import.meta.url', `new URL('${FOLDER}',location)`)
    .replaceAll(/\bimport\(`\.\//g, `import(\`${FOLDER}`)
    .replace(/\bexport\{([^}]*)\};?\s*$/, (_, names) => `window.core={${names.replaceAll(/([\w$]+) as ([\w$]+)/g, '$2:$1')}}`)

async function takeFromWindow(file, script) {
  const code = await readFile(file, 'utf8')
  const taken = code.replaceAll(/\bimport\{([^}]*)\}from"\.\/([^"]+)";?/g, (whole, names, from) =>
    from === script ? `const{${names.replaceAll(/([\w$]+) as ([\w$]+)/g, '$1:$2')}}=window.core;` : whole,
  )
  if (taken !== code) await writeFile(file, taken)
}

function fit(text) {
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error('what stands in frame.html would end its own element')
  return text
}
