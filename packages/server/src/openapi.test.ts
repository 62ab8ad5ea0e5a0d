// The document of the API against the routes it is made of, and against the standard it follows.
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { capabilities } from './registry.ts'
import { routesOf } from './platform/registry.ts'
import { BESIDE, openApiOf } from './platform/wire/openapi.ts'
import { openApiPage, PAGE_POLICY } from './platform/wire/openapi-page.ts'
import { isTest, ROOT, sourcesIn, textOf } from './testing-sources.ts'

/** Pages and scripts, which nobody asks for by a program. */
const PAGES = ['GET /frame', 'GET /portico.js', 'GET /preview']

const routes = await routesOf(capabilities)
const document = openApiOf(routes)

test('[WR143] it is OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  const broken = { ...document, paths: { '/api/start': { get: { summary: 'No answer.', responses: [] } } } }
  expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
})

test('[WR143] every route is in it, and no other', () => {
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(told.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted())
})

test('[WR143] what is served beside the routes is named in it, with its reason', () => {
  const sources = sourcesIn(join(ROOT, 'packages/server/src')).filter((file) => !isTest(file))
  const served = sources.flatMap((file) =>
    [...textOf(file).matchAll(/\bapp\.(get|post|put|patch|delete)(?:<.*>)?\(\s*'([^']+)'/g)].map(
      ([, method = '', path = '']) => `${method.toUpperCase()} ${path}`,
    ),
  )
  expect(served.length).toBeGreaterThan(3)
  expect(served.filter((each) => !(each in BESIDE)).toSorted()).toEqual(PAGES)
  expect(Object.keys(BESIDE).filter((each) => !served.includes(each))).toEqual(['WS /socket'])
  for (const [name, why] of Object.entries(BESIDE)) expect(document.info['description']).toContain(`${name}, ${why}`)
})

test('[WR143] each has its sentence, names all of its path, and says what it asks and answers', () => {
  for (const { method, path, params, body, query, about } of routes) {
    const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect([path, about]).toEqual([path, expect.stringMatching(/^[A-Z].*\.$/)])
    const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    const parameters = (operation?.['parameters'] ?? []) as { name: string; in: string }[] // as OpenAPI says
    expect([path, parameters.filter((each) => each.in === 'path').map(({ name }) => name)]).toEqual([path, named])
    expect([path, parameters.some((each) => each.in === 'query')]).toEqual([path, query !== undefined])
    expect([path, operation && 'requestBody' in operation]).toEqual([path, body !== undefined])
    expect([path, named.length > 0]).toEqual([path, params !== undefined])
    expect(operation?.responses).toMatchObject({ 200: { content: expect.anything() }, default: expect.anything() })
  }
})

test('[WR143] its page holds every route, runs nothing and loads nothing', () => {
  const page = openApiPage(document)
  for (const { method, path } of routes) expect(page).toContain(`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}</h2>`)
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|url\(|@import|https?:\/\//i)
  expect(PAGE_POLICY).toContain("default-src 'none'; style-src 'sha256-")
})

test('[WR143] what a route says of itself cannot break out of the page', () => {
  const operation = { summary: '<script>alert(1)</script>', responses: { 200: { description: '"><img src=x>' } } }
  const page = openApiPage({ ...document, paths: { '/<b>': { get: operation } } })
  expect(page).not.toMatch(/<script|<img|<b>/)
})
