// The document of the API against the routes it is made of, and against the standard it follows.
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { capabilities } from './registry.ts'
import { routesOf } from './platform/registry.ts'
import { openApiOf } from './platform/wire/openapi.ts'
import { openApiPage, PAGE_POLICY } from './platform/wire/openapi-page.ts'

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
