import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openCast, type Caller, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { MAIN } from '@portico/testkit/person'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PORTRAIT_BYTES_MAX } from '@portico/protocol/limits'
import { system } from '../platform/actor.ts'
import { readStaffing } from '../presence/reads.ts'
import { readPortraits } from './reads.ts'

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let photo: Buffer
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    const wide = sharp({ create: { width: 600, height: 200, channels: 3, background: '#8a3b26' } })
    photo = await wide
      .withExif({ IFD0: { Copyright: 'Ann' } })
      .jpeg()
      .toBuffer()
  })
  afterAll(() => closeSound(site))

  test('[PT1][PT2] a portrait is a small square, drawn anew, which everybody reads at its address', async () => {
    const portrait = await hung(cast.ann)
    const answer = await fetch(`${site.url}/portraits/${portrait}`)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    const picture = Buffer.from(await answer.arrayBuffer())
    expect(picture.toString('latin1')).not.toContain('Ann')
    // By its path: the thread has told libvips to read files alone, and that is of the whole process.
    const path = join(mkdtempSync(join(tmpdir(), 'portico-portrait-')), 'portrait')
    writeFileSync(path, picture)
    expect(await sharp(path).metadata()).toMatchObject({ format: 'webp', width: 128, height: 128 })
    rmSync(dirname(path), { recursive: true })
    expect(await portraits()).toEqual([{ operator: cast.ann.id, portrait }])
  })

  test('[PT3] another takes its place at another address, and the former is gone', async () => {
    const [former, newer] = [await hung(cast.ann), await hung(cast.ann)]
    expect(await statusOf(former)).toBe(404)
    expect(await statusOf(newer)).toBe(200)
    expect(await portraits()).toEqual([{ operator: cast.ann.id, portrait: newer }])
  })

  test('[PT4] what is no picture, or too large, changes nothing', async () => {
    const before = await portraits()
    expect(await send(cast.ann, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({ refused: 'file-type' })
    expect(await send(cast.ann, Buffer.alloc(PORTRAIT_BYTES_MAX + 1))).toMatchObject({ refused: 'file-size' })
    expect(await portraits()).toEqual(before)
  })

  test('[PT5] its owner and administrators remove it; of whoever is sent away it stays', async () => {
    await hung(cast.bob)
    expect(await cast.run({ type: 'portrait.remove', operator: cast.bob.id }, cast.ann.actor)).toMatchObject({
      refused: 'forbidden',
    })
    expect(await cast.run({ type: 'portrait.remove', operator: cast.bob.id }, cast.ada.actor)).toEqual({ ok: true })
    expect((await portraits()).map(({ operator }) => operator)).toEqual([cast.ann.id])
    const eve = await cast.newOperator('Eve', 'operator', [MAIN])
    await hung(eve)
    await cast.run({ type: 'operator.revoke', operator: eve.id }, cast.root.actor)
    expect((await portraits()).map(({ operator }) => operator).toSorted()).toEqual([cast.ann.id, eve.id].toSorted())
  })

  test('[PT6] visitors see it beside the name of whoever is there', async () => {
    await cast.run({ type: 'operator.appear', operator: cast.ann.id, node: 'here' }, system('presence'))
    const portrait = await hung(cast.ann)
    expect((await readStaffing(site.server.store.reads, MAIN)).faces).toMatchObject([{ name: 'Ann', portrait }])
  })

  const send = async (caller: Caller, body: Buffer) => {
    const answer = await fetch(`${site.url}/api/portrait`, {
      method: 'POST',
      headers: caller.headers,
      body: new Uint8Array(body),
    })
    return (await answer.json()) as { portrait?: string; refused?: string }
  }
  async function hung(caller: Caller): Promise<string> {
    const { portrait } = await send(caller, photo)
    return portrait ?? expect.unreachable('it was refused')
  }
  const statusOf = async (portrait: string) => (await fetch(`${site.url}/portraits/${portrait}`)).status
  const portraits = () => readPortraits(site.server.store.reads)
})
