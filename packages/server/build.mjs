// Builds the server for `npm start`: our own modules and the two largest libraries as a few files, since finding, stripping and
// compiling hundreds of them in each thread takes longer than all that they do at the start. Into dist, or the folder named.
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const path = (name) => fileURLToPath(new URL(name, import.meta.url))
const outDir = process.argv[2] ? resolve(process.argv[2]) : path('dist')

/** What is started by its file, as `new URL(…, import.meta.url)` names it, and where it lies when it is built. */
const THREADS = {
  './road-thread.ts': 'road-thread',
  './platform/db/read-thread.ts': 'platform/db/read-thread',
  './weak-password-thread.ts': 'auth/weak-password-thread',
  './picture-thread.ts': 'platform/pictures/picture-thread',
  './print-thread.ts': 'transcripts/print-thread',
}
const BUNDLED = /^([./]|@portico\/|kysely|zod)/

await rm(outDir, { recursive: true, force: true })
const bundle = await rolldown({
  input: Object.fromEntries(['main', ...Object.values(THREADS)].map((name) => [name, path(`src/${name}.ts`)])),
  platform: 'node',
  external: (id) => !BUNDLED.test(id),
  plugins: [{ name: 'threads', transform: { filter: { id: /packages\/server\/src\// }, handler: nameThreads } }],
})
// All in one folder, as far from the front ends as the sources are.
await bundle.write({ dir: outDir, format: 'esm', chunkFileNames: '[name]-[hash].js' })
await bundle.close()

function nameThreads(code) {
  for (const [source, built] of Object.entries(THREADS)) code = code.replaceAll(`new URL('${source}'`, `new URL('./${built}.js'`)
  const unknown = /new URL\('([^']*-thread\.ts)'/.exec(code)
  if (unknown) throw new Error(`the thread ${unknown[1]} has no place in THREADS of packages/server/build.mjs`)
  return code
}
