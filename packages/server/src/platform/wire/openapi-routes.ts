import * as s from '@portico/protocol/schema'
import { file, json, ok } from './answer.ts'
import { openApiOf, type OpenApi } from './openapi.ts'
import { openApiPage, PAGE_POLICY } from './openapi-page.ts'
import { route, type Route } from './route.ts'

const HTML = 'text/html; charset=utf-8'

/** The document of these routes and its own, for programs and for people. */
export function openApiRoutes(routes: readonly Route[]): readonly Route[] {
  let made: OpenApi | undefined
  const document = (): OpenApi => (made ??= openApiOf([...routes, ...own]))
  const own: readonly Route[] = [
    route({
      method: 'GET',
      path: '/api/openapi.json',
      who: 'anyone',
      about: 'This document.',
      answer: json(s.record(s.string(), s.unknown())),
      run: async () => ok(document()),
    }),
    route({
      method: 'GET',
      path: '/api/docs',
      who: 'anyone',
      about: 'This document as a page.',
      answer: file(HTML),
      headers: { 'content-security-policy': PAGE_POLICY },
      run: async () => ok({ name: 'api.html', type: HTML, as: 'inline' as const, content: openApiPage(document()) }),
    }),
  ]
  return own
}
