// Makes pictures anew for pictures.ts: whatever else stood in the file (a place, a camera, a second file behind the first) does not
// come along. libvips is written in C and reads what strangers send: it reads five formats, and no more of a picture than is drawn.
import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { must } from '../must.ts'
import { PIXELS_MAX, SIDE_MAX, type PictureJob, type PictureMade } from './pictures.ts'

/** Of all frames of one that moves. */
const FRAMES_MAX = 200
const QUALITY = 85

sharp.cache(false)
sharp.concurrency(1)
// By content, whatever the file is called: SVG, PDF and their like are programs. This holds for the whole process.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadNsgifFile',
    'VipsForeignLoadHeifFile',
  ],
})

const port = must(parentPort)

port.on('message', ({ id, ...job }: PictureJob) => {
  void remake(job)
    .then((made) => port.postMessage({ id, ...made } satisfies PictureMade))
    .catch((error: unknown) => port.postMessage({ id, state: 'broken', why: String(error) } satisfies PictureMade))
})

async function remake({ from, to, square }: Omit<PictureJob, 'id'>): Promise<Omit<PictureMade & { state: 'made' }, 'id'>> {
  const options = { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true } as const
  const { pages = 1, format, width, pageHeight = 0 } = await sharp(from, { ...options, pages: -1 }).metadata()
  const moves = square === undefined && pages > 1 && pages <= FRAMES_MAX && width * pageHeight * pages <= PIXELS_MAX
  // The orientation that a camera notes is carried out; colours become sRGB; without more, nothing of the rest is written.
  const upright = sharp(from, { ...options, pages: moves ? -1 : 1 }).autoOrient()
  const side = square ?? SIDE_MAX
  const fitted = upright.resize({
    width: side,
    height: side,
    ...(square === undefined ? { fit: 'inside', withoutEnlargement: true } : { fit: 'cover', position: 'attention' }),
  })
  const kind = moves || square !== undefined ? 'webp' : format === 'jpeg' || format === 'png' ? format : 'webp'
  const made = await fitted.toFormat(kind, kind === 'png' ? {} : { quality: QUALITY }).toFile(to)
  return {
    state: 'made',
    type: `image/${kind}`,
    bytes: made.size,
    width: made.width,
    height: made.pageHeight ?? made.height,
  }
}
