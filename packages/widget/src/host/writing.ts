import type { By, Place, Written } from '../bridge.ts'
import { sendsMessage } from '../frame/sends-message.ts'
import type { ChatWindow } from '../loader/chat-window.ts'
import { element } from '../loader/element.ts'

/** The caret passes on when nothing has been typed for so long. */
const PAUSE_MS = 200

type Given = { chatWindow: ChatWindow; tell: () => void; passCaret: () => void }

/**
 * What is typed in the page until the frame stands, and its way from there: the frame takes the words at once, the caret follows in a
 * pause. Where one types with a finger it follows with the next tap: a keyboard closes when the focus is taken from its field.
 */
export function openWriting({ chatWindow: { pane, frame, field }, tell, passCaret }: Given) {
  const sent = element('div', { class: 'sent' })
  const isTouched = matchMedia('(pointer: coarse)').matches
  let written: readonly Written[] = []
  let message = 0
  let turn = 0
  let stands = false
  let suggested = ''
  let pause: ReturnType<typeof setTimeout> | undefined

  const isHere = () => document.hasFocus() && (field.getRootNode() as ShadowRoot).activeElement === field // the loader has put it there

  function write(said: Pick<Written, 'text' | 'caret' | 'by' | 'sends'>) {
    written = [...written.filter((one) => one.message !== message), { message, turn: ++turn, ...said }]
    draw()
    tell()
  }

  /** What comes next is another message. */
  function end(said: Pick<Written, 'text' | 'by' | 'sends'>) {
    write({ ...said, caret: said.text.length })
    message++
  }

  function type(isComposing = false) {
    clearTimeout(pause)
    if (!isComposing) write({ text: field.value, caret: field.selectionEnd, by: 'visitor', sends: false })
  }

  function press(event: KeyboardEvent) {
    if (!sendsMessage(event)) return
    event.preventDefault()
    if (field.value.trim() === '') return
    end({ text: field.value, by: 'visitor', sends: true })
    field.value = ''
  }

  function draw() {
    sent.replaceChildren(...written.filter(({ sends }) => sends).map(({ text }) => element('p', { dir: 'auto' }, text)))
  }

  // Whoever writes here goes on there; whoever has gone elsewhere is not called back.
  function passOn() {
    clearTimeout(pause)
    if (!stands || written.length > 0) return
    if (!isHere()) leave()
    else if (!isTouched) pause = setTimeout(passCaret, field.value ? PAUSE_MS : 0)
  }

  function leave() {
    if (field.value) message++
    field.value = ''
    field.hidden = true
  }

  /** Over the frame's own field, so that nobody sees which of the two it is. */
  function follow({ left, top, width, height }: Place) {
    field.className = 'over'
    const at = { left: left + frame.offsetLeft, top: top + frame.offsetTop, width, height }
    for (const [side, px] of Object.entries(at)) field.style.setProperty(side, `${px}px`)
  }

  field.addEventListener('input', (event) => type(event instanceof InputEvent && event.isComposing))
  field.addEventListener('compositionend', () => type())
  field.addEventListener('keydown', press)
  field.addEventListener('blur', () => {
    if (!isHere()) passOn()
  })
  pane.append(sent)
  if (field.value) type()

  return {
    isHere,
    written: () => written,
    /** Something stands in the field: typing goes on in the message, whatever else the frame asks for. */
    isBegun: () => field.value !== '',
    /** Asked in the invitation, or suggested by the site; the same suggestion once. */
    put: (text: string, by: By) => {
      if (text !== suggested) end({ text, by, sends: false })
      suggested = text
    },
    passOn,
    took: (last: number, place: Place | undefined) => {
      stands = true
      written = written.filter((one) => one.turn > last)
      draw()
      // An empty field is left at once, unless with a finger: what moves late would be a shift of the page's layout.
      if (place && (field.value || isTouched)) follow(place)
      passOn()
    },
  }
}
