import { Worker } from 'node:worker_threads'

const THREAD = new URL('./picture-thread.ts', import.meta.url)
/** Of one picture, or of all frames of one that moves: 160 MB while it is drawn. */
export const PIXELS_MAX = 40_000_000
/** Larger ones are made smaller. */
export const SIDE_MAX = 4096
const PICTURE_MS_MAX = 20_000
/** One is drawn at a time; so many wait for it. */
export const PICTURES_WAITING_MAX = 20
const IDLE_MS = 30_000

/** With a `square` it is cut to one of so many pixels, stands still and is WebP. */
type Wanted = { from: string; to: string; square?: number }
export type PictureJob = Wanted & { id: number }
export type PictureMade =
  | { id: number; state: 'made'; type: PictureType; bytes: number; width: number; height: number }
  | { id: number; state: 'broken'; why: string }
type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'
export type Picture = Omit<PictureMade & { state: 'made' }, 'id' | 'state'>

/** `broken`: no picture that can be drawn, or too large a one. `busy`: too many wait. */
type Remade = { state: 'made'; picture: Picture } | { state: 'broken' } | { state: 'busy' }

type Asked = { job: PictureJob; resolve: (remade: Remade) => void }
type Studio = { worker: Worker; leave: NodeJS.Timeout }

const line: Asked[] = []
let studio: Studio | undefined
let late: NodeJS.Timeout | undefined
let jobs = 0

/** Draws a picture anew, from one file into another, in a thread of its own that ends when it takes too long. */
export function remakePicture(wanted: Wanted): Promise<Remade> {
  if (line.length > PICTURES_WAITING_MAX) return Promise.resolve({ state: 'busy' })
  return new Promise((resolve) => {
    line.push({ job: { id: jobs++, ...wanted }, resolve })
    if (line.length === 1) next()
  })
}

function next(): void {
  const [first] = line
  if (!first) return
  const { worker, leave } = (studio ??= open())
  leave.refresh()
  worker.ref()
  late = setTimeout(() => gone(worker), PICTURE_MS_MAX)
  worker.postMessage(first.job)
}

function settle(remade: Remade): void {
  clearTimeout(late)
  line.shift()?.resolve(remade)
  if (line.length === 0) studio?.worker.unref()
  next()
}

function open(): Studio {
  const worker = new Worker(THREAD)
  const leave = setTimeout(() => (line.length > 0 ? leave.refresh() : gone(worker)), IDLE_MS).unref()
  worker.on('message', (made: PictureMade) => {
    if (made.id !== line[0]?.job.id) return
    if (made.state === 'broken') return settle({ state: 'broken' })
    const { id: _, state: __, ...picture } = made
    settle({ state: 'made', picture })
  })
  worker.on('error', () => gone(worker))
  worker.on('exit', () => gone(worker))
  return { worker, leave }
}

/** Whatever it was drawing broke it: the next picture has a thread of its own. */
function gone(worker: Worker): void {
  if (studio?.worker !== worker) return
  clearTimeout(studio.leave)
  studio = undefined
  void worker.terminate()
  if (line.length > 0) settle({ state: 'broken' })
}
