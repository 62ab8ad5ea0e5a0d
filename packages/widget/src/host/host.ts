import type { FromFrame } from '../bridge.ts'
import type { Embedding, Host } from '../embedding.ts'
import { readFrameKept, writeFrameKept, writeKept } from '../kept.ts'
import { OwnPromise } from '../own-promise.ts'
import { frameView, keptOf, needsFrame, step, type Happening } from '../widget-state.ts'
import { openFrame, type Frame } from './frame.ts'
import styles from './host.css?inline'
import { rooms } from './parts.ts'
import { openWriting } from './writing.ts'

const FORGET_MS_MAX = 3000
/** So long the frame has to take the focus itself. */
const GIVE_MS = 100

/** The widget from the first intent on: the window with its frame, and what the page has to know of it. */
export function openHost(embedding: Embedding): Host {
  const { emit, launcher, chatWindow, screen, ends } = embedding
  const { pane } = chatWindow
  let frame: Frame | undefined
  let focused = 0
  let forgotten: () => void
  let identified: (refused?: string) => void
  let identity: string | undefined
  const tell = () => frame?.tell()
  const writing = openWriting({ chatWindow, tell, passCaret })
  embedding.tell = tell

  function happen(happening: Happening) {
    const before = embedding.widget
    const held = document.activeElement === launcher.host
    const widget = (embedding.widget = step(before, happening))
    redraw()
    if (happening.type === 'opened') goOn(happening)
    else if (held && before.view === 'open' && frameView(widget) === 'away') returnFocus()
    if (widget.acted) writeKept(keptOf(widget))
    if (widget.unread !== before.unread) emit('unread', { count: widget.unread })
    if (widget.view === 'open' && before.view !== 'open') emit('opened', undefined)
    if (widget.view !== 'open' && before.view === 'open') emit('closed', undefined)
  }

  function redraw() {
    const { widget } = embedding
    embedding.draw()
    coverPage()
    if (needsFrame(widget)) loadFrame()
    frame?.tell()
  }

  // What is wholly covered can be neither read nor reached. That is the browser's to keep, and to undo: a mark on what is the page's
  // own would stay in a copy that the page makes of itself. A window that nobody sees covers nothing.
  function coverPage() {
    const { small, view } = embedding.widget
    const covers = small && view === 'open' && pane.getClientRects().length > 0
    if (covers === pane.open) return
    const held = launcher.root.activeElement
    if (covers) pane.showModal()
    else pane.close()
    if (held instanceof HTMLElement && view === 'open') held.focus()
  }

  function loadFrame(): Frame {
    chatWindow.load()
    const asked = () => ({ written: writing.written(), begun: writing.isBegun(), focused, kept: readFrameKept(), identity })
    return (frame ??= openFrame({ embedding, heard, asked }))
  }

  // Where the loader has put the caret, or where it was in the frame.
  function goOn({ by, question }: Extract<Happening, { type: 'opened' }>) {
    if (question) writing.put(question, by)
    if (chatWindow.field.hidden) passCaret()
    else writing.passOn()
  }

  // A frame that takes the focus itself loses no letter: the browser knows of it before the page does. Some let only the page give it.
  function passCaret() {
    focused++
    frame?.tell()
    setTimeout(() => writing.isHere() && frame?.focus(), GIVE_MS)
  }

  function heard(message: FromFrame) {
    if (message.type === 'keep') return writeFrameKept(message.kept)
    if (message.type === 'forgotten') return forgotten()
    if (message.type === 'identified') return identified(message.refused)
    if (message.type === 'drawn') {
      embedding.drawnAt = Date.now()
      chatWindow.cross.remove()
      return embedding.draw()
    }
    if (message.type === 'took') return writing.took(message.turn, message.place)
    if (message.type === 'said') emit('message', { author: message.said.author, excerpt: message.said.excerpt })
    return happen(message)
  }

  // To where it was before the window opened: the button, or a link of the page.
  function returnFocus() {
    const cameFrom = chatWindow.cameFrom()
    const isElsewhere = cameFrom instanceof HTMLElement && cameFrom !== document.body && cameFrom !== launcher.host
    const back = isElsewhere && cameFrom.isConnected ? cameFrom : launcher.button
    back.focus()
  }

  // The frame alone can remove what the frame keeps; where nothing was ever kept it need not come for that. It begins anew then,
  // with nothing of what it has shown.
  async function forget() {
    identity = undefined
    if (frame ?? embedding.widget.acted) {
      const done = new OwnPromise<void>((resolve) => (forgotten = resolve))
      const late = new OwnPromise((resolve) => setTimeout(resolve, FORGET_MS_MAX))
      void loadFrame().connected.then(() => frame?.say({ forget: true }))
      await OwnPromise.race([done, late])
      chatWindow.frame.src += ''
    }
    writeKept(null)
    writeFrameKept(null)
  }

  const open = (message?: string) => {
    happen({ type: 'opened', by: 'site', ...(message && { question: message }) })
    return frame?.connected
  }
  const close = () => happen({ type: 'closed', by: 'site' })

  launcher.addStyles(styles)
  const leave = () => happen({ type: 'closed', by: 'visitor' })
  // The way back of a phone.
  pane.addEventListener('cancel', leave)
  launcher.host.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') leave()
  })
  const resize = () => happen({ type: 'resized', small: screen.matches })
  screen.addEventListener('change', resize)
  ends.push(() => {
    screen.removeEventListener('change', resize)
    frame?.close()
    pane.close()
  })
  embedding.redraw = redraw
  embedding.rooms.push(...rooms)
  // A dialog that opens gives the focus away: where it is typed already it stays, and a keyboard with it.
  chatWindow.field.autofocus = true
  // In its place and size before the frame comes, whether or not the server ever answers it.
  redraw()

  return {
    happen,
    loadFrame: () => void loadFrame(),
    command: (name, first) => {
      switch (name) {
        case 'open':
          return open((first as { message?: string } | undefined)?.message) // as Portico types it
        case 'close':
          return close()
        case 'identify':
          identity = first as string // as Portico types it
          loadFrame().tell()
          return new OwnPromise<void>(
            (resolve, reject) => (identified = (refused) => (refused ? reject(new Error(refused)) : resolve())),
          )
        case 'logout':
          return forget()
        case 'shutdown':
          return forget().then(embedding.close)
      }
      throw new Error(`portico knows no command ${name}`)
    },
  }
}
