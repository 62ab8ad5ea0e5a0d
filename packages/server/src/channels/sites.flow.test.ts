// Whose pages may carry a channel's chat: what the configuration answers them, and what browsers are told of its frame.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configure as publish } from '@portico/testkit/configure'
import { MAIN } from '@portico/testkit/person'
import { onEachDatabase } from '@portico/testkit/databases'
import { closeSound, invite, makeOwner, openSite, OTHER, type Site } from '@portico/testkit/site'
import type { Operator } from '@portico/testkit/person'
import { afterAll, beforeAll, expect, test } from 'vitest'

const OK = { ok: true }

onEachDatabase((create) => {
  let site: Site
  let root: Operator
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'portico-sites-'))
    for (const each of ['widget/assets/widget', 'console/assets/console']) mkdirSync(join(folder, each), { recursive: true })
    for (const page of ['widget/frame.html', 'console/index.html']) writeFileSync(join(folder, page), page)
    const frontEnd = { widget: join(folder, 'widget/'), console: join(folder, 'console/') }
    site = await openSite(await create(), { frontEnd })
    root = await makeOwner(site, site.server.setupToken)
    expect(await root.send({ type: 'channel.create', channel: OTHER, name: 'Wholesale' })).toEqual(OK)
    expect(await configure(['shop.example', '*.example.org', 'https://other.example:8443'])).toEqual(OK)
  })
  afterAll(async () => {
    await closeSound(site)
    rmSync(folder, { recursive: true })
  })

  test.for([
    ['https://shop.example', 200],
    ['http://shop.example', 200],
    ['https://a.example.org', 200],
    ['https://other.example:8443', 200],
    ['https://other.example', 403],
    ['https://example.org', 403],
    ['https://evil.example', 403],
    ['https://shop.example.evil.example', 403],
    ['null', 403],
    [undefined, 200],
  ] as const)('[CH44] the page of %s asks for the configuration: %s', async ([origin, status]) => {
    const answer = await config(origin)
    expect(answer.status).toBe(status)
    // The page may read that it may not, and no cache gives one site's answer to another.
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('vary')).toBe('origin')
    const said = (await answer.json()) as { detail?: string; options?: object } // the route's answer
    if (status === 403) expect(said.detail).toContain('not among those that may carry the chat')
    else expect(said.options).not.toHaveProperty('sites')
  })

  test('[CH44] this server’s own pages may always, and so may all where nothing is listed', async () => {
    expect((await config(site.url)).status).toBe(200)
    expect((await config('https://evil.example', OTHER)).status).toBe(200)
    expect((await config('null', OTHER)).status).toBe(200)
  })

  test('[CH45] browsers keep the frame of a channel from other pages, each time anew', async () => {
    const listed =
      "'self' http://shop.example https://shop.example http://*.example.org https://*.example.org https://other.example:8443"
    expect(await framedBy(`?channel=${MAIN}`)).toBe(listed)
    expect(await framedBy(`?channel=${OTHER}`)).toBe('anybody')
    for (const none of ['', '?channel=', '?channel=none', `?channel=${MAIN}&channel=${OTHER}`, '?channel=%00'])
      expect([none, await framedBy(none)]).toEqual([none, "'self'"])
    expect(await configure(['shop.example'])).toEqual(OK)
    expect(await framedBy(`?channel=${MAIN}`)).toBe("'self' http://shop.example https://shop.example")
  })

  test('[CH45][WG84] what a browser has kept of the frame is good for as long as its policy is the same', async () => {
    const ask = (etag = '') => fetch(`${site.url}/frame?channel=${MAIN}`, { headers: { 'if-none-match': etag } })
    const etag = (await ask()).headers.get('etag') ?? ''
    const again = await ask(etag)
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('content-security-policy')).toContain('frame-ancestors')
    expect(await configure(['another.example'])).toEqual(OK)
    expect((await ask(etag)).status).toBe(200)
  })

  test('[CH43] what is no site is refused with its place, by whatever way it comes', async () => {
    for (const wrong of ['Example.org', 'example.org/shop', '*', '*.org', "a; script-src 'unsafe-inline'", '', 'x'.repeat(300)]) {
      const refused = await configure(['shop.example', wrong])
      expect([wrong, refused]).toMatchObject([wrong, { ok: false, refused: 'invalid' }])
      expect(JSON.stringify(refused)).toContain('sites.1')
    }
    const many = Array.from({ length: 31 }, (_, i) => `shop-${i}.example`)
    expect(await configure(many)).toMatchObject({ ok: false, refused: 'invalid' })
    expect(await configure(many.slice(1))).toEqual(OK)
  })

  test('[CH43] operators do not decide it, and visitors are not told', async () => {
    const ann = await invite(site, root, { name: 'Ann', channels: [MAIN] })
    expect(await configure([], ann)).toMatchObject({ ok: false, refused: 'forbidden' })
    await site.verify()
  })

  const configure = (sites: string[], by = root) => publish(by.send, { ...site, channel: MAIN, changes: { sites } })
  const config = (origin: string | undefined, channel: string = MAIN) =>
    fetch(`${site.url}/widget/${channel}/config.json`, { headers: origin === undefined ? {} : { origin } })
  async function framedBy(query: string): Promise<string> {
    const { status, headers } = await fetch(`${site.url}/frame${query}`, { headers: { 'if-none-match': '*' } })
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache'])
    return /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? 'anybody'
  }
})
