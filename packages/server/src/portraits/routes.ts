import { readFile } from 'node:fs/promises'
import { portraitId, type PortraitId } from '@portico/protocol/ids'
import { PORTRAIT_BYTES_MAX } from '@portico/protocol/limits'
import { newId } from '@portico/protocol/new-id'
import { newPortrait } from '@portico/protocol/portraits'
import * as s from '@portico/protocol/schema'
import { remakePicture } from '../platform/pictures/pictures.ts'
import { answerOf, file, json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { findPicture } from './reads.ts'

/** Twice what the largest is drawn at. */
const SIDE = 128
const BUSY_RETRY_MS = 5000
const KEPT_SECONDS = 365 * 24 * 60 * 60

export const routes = [
  route({
    method: 'POST',
    path: '/api/portrait',
    who: 'operator',
    about: 'Sends up the picture that stands beside one’s name. It is cut to a square and drawn anew.',
    upload: { bytesMax: PORTRAIT_BYTES_MAX },
    rate: { limit: 'uploads', burst: 20, perMs: 20 / 60_000 },
    answer: json(newPortrait),
    run: async (ctx) => {
      if (!ctx.files) return no(404, 'not-found')
      const received = await ctx.files.incoming.receive(ctx.request, PORTRAIT_BYTES_MAX)
      if (received.state === 'broken-off') return no(400, 'invalid', { detail: 'the file broke off' })
      if (received.state === 'too-large') {
        ctx.hit('file-bytes')
        return no(413, 'file-size')
      }
      const { path, drop } = received.file
      try {
        const to = `${path}.made`
        const remade = await remakePicture({ from: path, to, square: SIDE })
        if (remade.state === 'busy') return no(429, 'retry', { afterMs: BUSY_RETRY_MS })
        if (remade.state === 'broken') return no(415, 'file-type')
        const portrait = newId<PortraitId>(ctx.clock.now())
        const picture = await readFile(to, 'base64')
        return answerOf(await ctx.send({ type: 'portrait.hang', portrait, picture }, ctx.actor), { portrait })
      } finally {
        await drop()
      }
    },
  }),
  route({
    method: 'GET',
    path: '/portraits/:id',
    who: 'anyone',
    about: 'The picture of an operator; another one has another address.',
    params: s.object({ id: portraitId }),
    answer: file('image/webp'),
    run: async ({ reads, params: { id } }) => {
      const picture = await findPicture(reads, id)
      if (!picture) return no(404, 'not-found')
      const headers = { 'cache-control': `public, max-age=${KEPT_SECONDS}, immutable` }
      const body = { name: 'portrait.webp', type: 'image/webp', as: 'inline', bytes: picture.length, content: picture } as const
      return ok(body, { headers })
    },
  }),
]
