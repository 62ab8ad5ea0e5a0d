// Pictures as strangers send them, made here by the same library that has to see through them.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { remakePicture, SIDE_MAX, PICTURES_WAITING_MAX, type Picture } from './pictures.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-pictures-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
async function remake(bytes: Buffer) {
  const from = join(folder, `picture-${files++}`)
  writeFileSync(from, bytes)
  return { from, ...(await remakePicture({ from, to: `${from}.made` })) }
}
// By its path: the thread has told libvips to read files alone, and that is of the whole process.
async function made(bytes: Buffer): Promise<Picture & { path: string }> {
  const { from, ...remade } = await remake(bytes)
  if (remade.state !== 'made') throw new Error(`the picture is ${remade.state}`)
  return { ...remade.picture, path: `${from}.made` }
}
const textOf = (path: string) => readFileSync(path, 'latin1')

const red = { r: 200, g: 30, b: 30 }
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: red } })
/** Bytes of a PNG whose header says another size. */
function claiming(png: Buffer, width: number, height: number): Buffer {
  const other = Buffer.from(png)
  other.writeUInt32BE(width, 16)
  other.writeUInt32BE(height, 20)
  return other
}

test('[AT3] a photograph keeps its picture, and nothing of where and by what it was taken', async () => {
  const photo = await plain(400, 300)
    .withExif({ IFD0: { Make: 'Acme', Copyright: 'Vera' }, IFD3: { GPSLatitude: '38/1 42/1 0/1', GPSLatitudeRef: 'N' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret-place/></x:xmpmeta>')
    .jpeg()
    .toBuffer()
  expect(photo.toString('latin1')).toMatch(/Acme[^]*secret-place/)
  const { path, ...picture } = await made(photo)
  expect(picture).toEqual({ type: 'image/jpeg', bytes: statSync(path).size, width: 400, height: 300 })
  const { exif, xmp, iptc, icc } = await sharp(path).metadata()
  expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
  expect(textOf(path)).not.toMatch(/Acme|Vera|secret-place|GPS/)
})

test('[AT3] it stands upright, as the camera had noted, and no second file comes along behind it', async () => {
  const sideways = await plain(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { path, width, height } = await made(Buffer.concat([sideways, Buffer.from('<script>alert(1)</script>PK\x03\x04')]))
  expect([width, height, (await sharp(path).metadata()).orientation]).toEqual([300, 400, undefined])
  expect(textOf(path)).not.toMatch(/script/)
})

test('[AT3] colours of another profile become those of screens', async () => {
  const wide = await plain(10, 10).withIccProfile('p3').png().toBuffer()
  expect(wide.toString('latin1')).toContain('iCCP')
  const { path } = await made(wide)
  expect((await sharp(path).metadata()).icc).toBeUndefined()
  const [r = 0] = await sharp(path).raw().toBuffer()
  expect(Math.abs(r - red.r)).toBeLessThan(20)
})

test('[AT3] what is transparent stays so, what is too large becomes smaller', async () => {
  const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background: { ...red, alpha: 0.5 } } })
    .png()
    .toBuffer()
  const glass = await made(clear)
  expect([glass.type, (await sharp(glass.path).metadata()).hasAlpha]).toEqual(['image/png', true])
  const { width, height } = await made(
    await plain(SIDE_MAX + 904, 100)
      .png()
      .toBuffer(),
  )
  expect([width, height]).toEqual([SIDE_MAX, 82])
})

test('[AT4] what moves goes on moving, up to its limit; over it stands still', async () => {
  const frames = async (count: number) => {
    const strip = await plain(40, 40 * count)
      .raw()
      .toBuffer()
    for (let i = 0; i < count; i++) strip.fill(i * 7, i * 40 * 40 * 3, (i + 1) * 40 * 40 * 3)
    return sharp(strip, { raw: { width: 40, height: 40 * count, channels: 3, pageHeight: 40 } })
      .gif()
      .toBuffer()
  }
  const moving = await made(await frames(12))
  expect([moving.type, moving.width, moving.height]).toEqual(['image/webp', 40, 40])
  expect((await sharp(moving.path, { pages: -1 }).metadata()).pages).toBe(12)
  const still = await made(await frames(201))
  expect((await sharp(still.path, { pages: -1 }).metadata()).pages ?? 1).toBe(1)
})

test('[AT5] bombs are not drawn: so many pixels, a header that promises them, a file that ends too soon', async () => {
  const png = await plain(10, 10).png().toBuffer()
  const small = await plain(7000, 7000).png().toBuffer()
  expect(small.length).toBeLessThan(1024 * 1024)
  const jpeg = await plain(500, 500).jpeg().toBuffer()
  for (const bomb of [
    small,
    claiming(png, 100_000, 100_000),
    claiming(png, 0x7fffffff, 0x7fffffff),
    jpeg.subarray(0, jpeg.length / 2),
    png.subarray(0, 40),
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Buffer.alloc(0),
  ])
    expect((await remake(bomb)).state).toBe('broken')
  expect((await made(png)).type).toBe('image/png')
})

test('[AT5] nothing that is a program is drawn, whatever it is called', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>'
  for (const program of [svg, `<?xml version="1.0"?>${svg}`, pdf, 'GIMP', '#!/bin/sh', '<html></html>'])
    expect((await remake(Buffer.from(program))).state).toBe('broken')
})

test('[AT5] so many wait to be drawn, and no more', async () => {
  const png = await plain(10, 10).png().toBuffer()
  const states = await Promise.all(Array.from({ length: PICTURES_WAITING_MAX + 5 }, async () => (await remake(png)).state))
  expect(states.filter((state) => state === 'made')).toHaveLength(PICTURES_WAITING_MAX + 1)
  expect(states.filter((state) => state === 'busy')).toHaveLength(4)
})
