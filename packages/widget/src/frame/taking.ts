import type { Place, Written } from '../bridge.ts'
import type { Chat } from './chat.ts'
import { atEnd, goOnFrom, type Put } from './go-on-from.ts'
import type { Screen } from './screen.ts'

const COMING: readonly Screen['state'][] = ['loading', 'introduction', 'waiting', 'conversation']

/**
 * What is written in the page goes to where the visitor writes here, behind what stood there: each turn once, in order, with the caret.
 * Called after each drawing.
 */
export function openTaking({ surroundings, screen, drafts, typed, changed, say }: Chat): () => void {
  let begun = { message: -1, front: '' }
  /** As the page has it, and as it stands here. */
  let put: Put = atEnd('')
  let here: Put = put
  let drawing: Written | undefined
  let turn = 0
  let told = ''

  function take(next: Written) {
    const now = drafts.read().message
    if (next.message !== begun.message) {
      begun = { message: next.message, front: /\S$/.test(now) && next.text ? `${now} ` : now }
      put = atEnd(now)
    }
    const wanted = { text: begun.front + next.text, caret: begun.front.length + next.caret }
    here = goOnFrom({ now, put, wanted })
    put = wanted
    drawing = next
    if (next.by === 'visitor') typed(here.text)
    else drafts.prefill(here.text)
    changed()
  }

  function drawn({ turn: last, sends }: Written, field: HTMLTextAreaElement | null) {
    drawing = undefined
    turn = last
    field?.setSelectionRange(here.caret, here.caret)
    // As if Enter were pressed here, which leaves the focus where it is.
    if (sends) field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    changed()
  }

  function tell(field: HTMLTextAreaElement | null) {
    const took = { type: 'took', turn, place: field ? placeOf(field) : undefined } as const
    const text = JSON.stringify(took)
    if (text !== told) say(took)
    told = text
  }

  return () => {
    const field = document.querySelector('textarea')
    // A field that is on its way is waited for.
    if (!field && COMING.includes(screen().state)) return
    const next = surroundings().written.find((one) => one.turn > turn)
    if (drawing) drawn(drawing, field)
    else if (next) take(next)
    else tell(field)
  }
}

/** Within its edge, which stays to be seen. */
function placeOf(field: HTMLTextAreaElement): Place {
  const { left, top } = field.getBoundingClientRect()
  return { left: left + field.clientLeft, top: top + field.clientTop, width: field.clientWidth, height: field.clientHeight }
}
