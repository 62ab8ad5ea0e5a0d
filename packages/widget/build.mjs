// Builds all of the widget: loader, host script, frame and preview page. Into packages/widget/dist, or the folder named.
import { readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { plainImports } from './plain-imports.mjs'
import { tokensByValue } from './tokens.mjs'

// Whatever the shell says: what visitors and operators get is never the development build.
process.env.NODE_ENV = 'production'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const outDir = process.argv[2] ? resolve(process.argv[2]) : path('dist')
const tokens = await readFile(path('../client/tokens.css'), 'utf8')

const HOST_SCRIPT = /^assets\/widget\/host-.+\.js$/

await rm(outDir, { recursive: true, force: true })
const [host] = await Promise.all([
  build(script({ root: 'src/host', name: 'assets/widget/host-[hash].js' })),
  build({
    ...base('src/frame'),
    plugins: [plainImports(), tokensByValue(tokens, { inShadow: false }), fontsMayWait()],
    build: page('src/frame/frame.html'),
  }),
  build({
    ...base('preview'),
    plugins: [plainImports(), tokensByValue(tokens, { inShadow: false })],
    build: page('preview/preview.html'),
  }),
])
const hostScript = host.output.find(({ fileName }) => HOST_SCRIPT.test(fileName)).fileName
await build(script({ root: 'src/loader', name: 'portico.js', define: { HOST_SCRIPT: JSON.stringify(`/${hostScript}`) } }))

// What runs in the page of a site: classic scripts, ASCII only, so that a page in any encoding reads them right.
function script({ root, name, define = {} }) {
  return {
    ...base(root),
    define,
    plugins: [tokensByValue(tokens, { inShadow: true })],
    build: {
      ...output(),
      target: 'es2022',
      rolldownOptions: { input: path(`${root}/main.ts`), output: { format: 'iife', entryFileNames: name, charset: 'ascii' } },
    },
  }
}

// Nobody waits for the typeface and nothing jumps when it comes: what is not there at once is used on the next page.
function fontsMayWait() {
  const transform = (code, id) => (/@fontsource/.test(id) ? code.replaceAll('swap', 'optional') : undefined)
  return { name: 'fonts-may-wait', enforce: 'pre', transform }
}

function base(root) {
  return { root: path(root), configFile: false, publicDir: false, logLevel: 'warn' }
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
    rolldownOptions: { input: path(input) },
  }
}
