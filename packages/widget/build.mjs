// Builds all of the widget: loader, host script, frame and preview page. Into packages/widget/dist, or the folder named.
import { readdir, readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { inOneFlight } from './one-flight.mjs'
import { plainImports } from './plain-imports.mjs'
import { tokensByValue } from './tokens.mjs'

// Whatever the shell says: what visitors and operators get is never the development build.
process.env.NODE_ENV = 'production'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const outDir = process.argv[2] ? resolve(process.argv[2]) : path('dist')
const tokens = await readFile(path('../client/tokens.css'), 'utf8')

/** The loader's parts, each a script of its own. */
const PARTS = await readdir(path('src/loader/parts'))

await rm(outDir, { recursive: true, force: true })
const parts = await Promise.all(
  PARTS.map(async (part) => [
    `PART_SCRIPTS.${part}`,
    JSON.stringify(await buildScript(`src/loader/parts/${part}`, `loader-${part}`)),
  ]),
)
const define = Object.fromEntries(parts)
const [host] = await Promise.all([
  buildScript('src/host', 'host', define),
  build({
    ...base('src/frame'),
    plugins: [plainImports(), tokensByValue(tokens, { inShadow: false })],
    build: page('src/frame/frame.html'),
  }),
  build({
    ...base('preview'),
    plugins: [plainImports(), tokensByValue(tokens, { inShadow: false })],
    build: page('preview/preview.html'),
  }),
])
await inOneFlight(outDir)
await build(script({ root: 'src/loader', name: 'portico.js', define: { ...define, HOST_SCRIPT: JSON.stringify(host) } }))

/** Answers with the address of what it has built. */
async function buildScript(root, name, define = {}) {
  const { output: files } = await build(script({ root, name: `assets/widget/${name}-[hash].js`, format: 'es', define }))
  return `/${files.find(({ fileName }) => fileName.startsWith(`assets/widget/${name}-`)).fileName}`
}

// What runs in the page of a site, ASCII only, so that a page in any encoding reads it right: the loader, a classic script, and
// the modules that it imports.
function script({ root, name, format = 'iife', define = {} }) {
  return {
    ...base(root),
    define,
    plugins: [tokensByValue(tokens, { inShadow: true })],
    build: {
      ...output(),
      target: 'es2022',
      rolldownOptions: {
        input: path(`${root}/main.ts`),
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: name, charset: 'ascii' },
      },
    },
  }
}

function base(root) {
  // Everything is named from where it stands: nobody knows below which path a proxy puts it.
  return { root: path(root), base: './', configFile: false, publicDir: false, logLevel: 'warn' }
}

function output() {
  return {
    outDir,
    emptyOutDir: false,
    reportCompressedSize: false,
    // light-dark() of the tokens must reach the browser as it is written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  }
}

function page(input) {
  return {
    ...output(),
    target: ['chrome123', 'firefox120', 'safari17.5'],
    assetsDir: 'assets/widget',
    // Nothing inline: the page's content security policy allows the server's own files only.
    assetsInlineLimit: 0,
    modulePreload: false,
    // Names that stand in the first answer: what is drawn at random cannot be compressed.
    rolldownOptions: { input: path(input), output: { chunkFileNames: 'assets/widget/[name]-[hash:6].js' } },
  }
}
