import type { By, Counted, Heard, Said, Surroundings, Wish } from './bridge.ts'

/** What the page shows of the widget. */
export type Widget = {
  view: 'button' | 'invitation' | 'open' | 'minimised'
  small: boolean
  /** Nothing is kept on the device before the visitor has acted. */
  acted: boolean
  /** The frame has, or is said to have, a conversation that may still bring something. */
  known: boolean
  unread: number
  unsent: boolean
  /** What is said beside the button. */
  bubble: Said | undefined
}

/** The one first-party key on the device: no token and no text. `dismissed` has nothing to come back to. */
export type Kept = { state: 'open' | 'minimised' | 'closed' | 'dismissed'; unread: number; unsent: boolean }

export type Happening = Wish | Counted | Heard | { type: 'bubble-closed' } | { type: 'resized'; small: boolean }

const NOTHING: Kept = { state: 'dismissed', unread: 0, unsent: false }

type Beginning = { kept: Kept | null; small: boolean; remark: Said | undefined }

/** As a page begins: where the visitor was on the page before. A small screen is never covered unasked. */
export function begin({ kept, small, remark }: Beginning): Widget {
  const { state, unread, unsent } = kept ?? NOTHING
  const view = state === 'minimised' || (state === 'open' && !small) ? state : 'button'
  return { view, small, acted: kept !== null, known: state !== 'dismissed', unread, unsent, bubble: kept ? undefined : remark }
}

/** The site's invitation, unless the visitor has already said what he wants of the widget. */
export const invite = (widget: Widget): Widget =>
  widget.view === 'button' && !widget.acted && !widget.small ? { ...widget, view: 'invitation', bubble: undefined } : widget

export function step(widget: Widget, happening: Happening): Widget {
  switch (happening.type) {
    case 'opened':
      return { ...widget, view: 'open', bubble: undefined, acted: acted(widget, happening.by) }
    case 'closed':
      return { ...widget, view: 'button', bubble: undefined, acted: acted(widget, happening.by) }
    case 'minimised':
      return { ...widget, view: 'minimised', acted: acted(widget, happening.by) }
    case 'counted':
      return count(widget, happening)
    case 'said':
      return hear(widget, happening)
    case 'bubble-closed':
      return { ...widget, bubble: undefined, acted: true }
    case 'resized':
      return { ...widget, small: happening.small }
  }
}

/** What the next page has to know; nothing before the visitor has acted. */
export function keptOf({ view, acted, known, unread, unsent }: Widget): Kept | null {
  if (!acted) return null
  const closed = known ? 'closed' : 'dismissed'
  return { state: view === 'open' || view === 'minimised' ? view : closed, unread, unsent }
}

/** Whether the frame has work before anybody comes near the button. */
export const needsFrame = ({ view, known }: Widget): boolean => view === 'open' || view === 'minimised' || known

/** A bar would take much of a small screen: there the button stands for the minimised window. */
export const frameView = ({ view, small }: Widget): Surroundings['view'] =>
  view === 'open' || (view === 'minimised' && !small) ? view : 'away'

const acted = (widget: Widget, by: By): boolean => widget.acted || by === 'visitor'

function count(widget: Widget, { known, unread, unsent }: Counted): Widget {
  const bubble = unread < widget.unread ? undefined : widget.bubble
  return { ...widget, known, unread, unsent, bubble, acted: widget.acted || known }
}

// What somebody has closed he opens himself, unless the channel has chosen otherwise; a small screen is never covered unasked.
function hear(widget: Widget, { said, opens }: Heard): Widget {
  if (widget.view === 'open') return widget
  return opens && !widget.small && widget.view !== 'minimised'
    ? { ...widget, view: 'open', bubble: undefined }
    : { ...widget, bubble: said }
}
