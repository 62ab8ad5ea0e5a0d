import { createHash } from 'node:crypto'
import type { OpenApi, Operation } from './openapi.ts'

/** The document for people: one page without a script, which asks for nothing but itself. */
export function openApiPage({ info, paths }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => sectionOf(`${method.toUpperCase()} ${path}`, operation)),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Portico · API</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Portico · API</h1>
<p>${escaped(String(info['description']))} For programs: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
${operations.join('\n')}
</main>
</body>
</html>
`
}

const STYLE = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif}main{max-width:60rem;margin:auto;padding:1.5rem}\
h2{margin:0;font-size:1rem;display:inline;overflow-wrap:anywhere}details{border-top:1px solid #8886;padding:.75rem 0}pre{overflow:auto;font-size:.875rem}`

/** What lets this one style be read, and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

function sectionOf(name: string, { summary, ...rest }: Operation): string {
  return `<details><summary><h2>${escaped(name)}</h2> ${escaped(summary)}</summary><pre tabindex="0">${escaped(JSON.stringify(rest, undefined, 2))}</pre></details>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
