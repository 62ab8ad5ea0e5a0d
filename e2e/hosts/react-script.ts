import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** The console has the one that is of today, this workspace the one before. */
const FROM = { 18: import.meta.url, 19: new URL('../../packages/console/package.json', import.meta.url).href }

export type ReactVersion = keyof typeof FROM

/** That version for the server side of a test. */
export const reactOf = (version: ReactVersion): NodeRequire => createRequire(FROM[version])

/** React 19 has no script for pages as it is shipped: its parts in one, with all its warnings. */
export async function react19(): Promise<string> {
  const entry = 'react-19-for-a-page'
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    root: fileURLToPath(new URL('.', FROM[19])),
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? `${fileURLToPath(new URL('.', FROM[19]))}${entry}.js` : undefined),
        load: (id) =>
          id.endsWith(`${entry}.js`)
            ? "import * as React from 'react'; import * as ReactDOM from 'react-dom/client'; Object.assign(window, { React, ReactDOM })"
            : undefined,
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  })
  const [{ output } = { output: [] }] = [built].flat() as { output: { code?: string }[] }[] // it writes nothing and watches nothing
  return output[0]?.code ?? ''
}
