import { originOf } from '../../../address-of.ts'
import type { Embedding, Part } from '../../../embedding.ts'
import { languageOf } from '../../../messages/locale.ts'
import { element } from '../../element.ts'
import styles from './cover.css?inline'
import { coverTexts } from './texts.ts'

/** A network that is slow is not yet one that is gone. */
const PATIENCE_MS = 5000

/** What lies over the frame until that has drawn: whose chat it is, and after a while that it does not answer. */
export function openCover(embedding: Embedding): Part {
  const { chatWindow, config, ends, fail, launcher, script } = embedding
  const { cross, frame } = chatWindow
  const said = element('p', { role: 'status' })
  const again = element('button', { class: 'again' })
  const cover = element('div', { class: 'cover' }, element('b', {}, config.siteName), said, again)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLate = false

  launcher.addStyles(styles)
  // The way back stands over it.
  frame.after(cover)
  ends.push(() => clearTimeout(timer))
  again.addEventListener('click', () => {
    isLate = false
    frame.src += ''
    draw()
  })
  // It draws for each page that it loads; what a browser shows where it may not load one, or cannot, draws nothing.
  frame.addEventListener('load', () => {
    if (Date.now() - (embedding.drawnAt ?? 0) < PATIENCE_MS) return
    embedding.drawnAt = undefined
    cover.after(cross)
    embedding.draw()
  })

  function tellLate() {
    const why =
      window.origin === 'null'
        ? 'a sandboxed page needs allow-same-origin'
        : `a page with a policy needs frame-src ${originOf(script.src)}`
    fail(new Error(`the frame of the chat does not answer; ${why}`))
    isLate = true
    draw()
  }

  function draw() {
    const { drawnAt, widget, locale } = embedding
    const texts = coverTexts[languageOf(locale)]
    cover.hidden = drawnAt !== undefined || widget.view !== 'open'
    if (cover.hidden) isLate = false
    said.textContent = isLate ? texts.late : ''
    again.textContent = texts.again
    again.hidden = !isLate
    if (!cover.hidden && !isLate) return void (timer ??= setTimeout(tellLate, PATIENCE_MS))
    clearTimeout(timer)
    timer = undefined
  }

  return { draw }
}
