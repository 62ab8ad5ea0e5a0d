import { onIdle } from '../../on-idle.ts'
import type { Chat } from '../chat.ts'
import url from './inter-latin.woff2'

const KEY = 'portico.typeface'

/** Fetched after the first letter, drawn with from the next page on: nobody waits for it, and nothing jumps. Called after each drawing. */
export function openTypeface({ storages: { lasting }, drafts, view }: Chat): () => void {
  const face = new FontFace('Inter Variable', `url(${url})`, { weight: '400 600', display: 'optional' })
  let isAsked = lasting.get(KEY) !== null
  if (isAsked) document.fonts.add(face)

  return () => {
    if (isAsked || (drafts.read().message === '' && !view())) return
    isAsked = true
    onIdle(() => void face.load().then(() => lasting.set(KEY, ''), missed))
  }
}

// The system's goes on.
const missed = () => {}
