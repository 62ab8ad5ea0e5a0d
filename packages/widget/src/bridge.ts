// What the page's side and the frame say to each other. The frame says READY to whoever embeds it, and nothing else to
// strangers. The page's side, when source and origin are its own frame's, hands a port to that origin; everything else goes
// through the port. It tells all that the frame must know as one thing, and tells it again whenever a part has changed.
import type { WidgetConfig } from '@portico/protocol/pages'
import type { Page } from '@portico/protocol/conversations'

export const READY = 'portico-frame-ready'

export type Surroundings = {
  config: WidgetConfig
  locale: string
  theme: string | undefined
  /** Where the frame is shown: in the window, as the minimised bar, or not at all. `small` fills the screen. */
  view: 'open' | 'minimised' | 'away'
  small: boolean
  page: Page | undefined
  /** The visitor is at the page itself, outside the frame. */
  attentive: boolean
  analyticsId: string | undefined
  /** What is written outside the frame, and was not taken yet. */
  written: readonly Written[]
  /** How often the caret has been passed to the frame; `begun`: in the middle of a message. */
  focused: number
  begun: boolean
  /** What the frame had kept in the page's sessionStorage, where its own storage throws. */
  kept: string | null
  /** Who is there, as the site's server has signed it. */
  identity: string | undefined
}

/**
 * A message as it stands in the page's own field, or was asked in the invitation, or suggested by the site. `turn` counts all
 * changes of all of them; the frame takes each once, in this order. With `sends` it is to go out.
 */
export type Written = { message: number; turn: number; text: string; caret: number; by: By; sends: boolean }

export type ToFrame = Surroundings | { forget: true }

export type FromFrame =
  | Drawn
  | Wish
  | Counted
  | Heard
  | Took
  | Identified
  | { type: 'keep'; kept: string }
  | { type: 'forgotten' }

/** The server has looked at the token; `refused` says why it identifies nobody. */
type Identified = { type: 'identified'; refused: string | undefined }

/** From then on its window can be used. */
type Drawn = { type: 'drawn' }

export type Wish = { type: 'opened'; by: By; question?: string } | { type: 'closed' | 'minimised'; by: By }

/** Nothing is kept on a device because of what the site asks; only the visitor acts. */
export type By = 'visitor' | 'site'

/** `known`: this device has a conversation that may still bring something. */
export type Counted = { type: 'counted'; known: boolean; unread: number; unsent: boolean }

/** All up to this turn stands in the frame's own field, at this place, with the caret; without a place it has none. */
type Took = { type: 'took'; turn: number; place: Place | undefined }
export type Place = { left: number; top: number; width: number; height: number }

/** The newest message of the staff, cut short; `tint` is its author's, where that is a person. */
export type Said = { author: string; excerpt: string; tint?: number }
/** `opens`: the channel has chosen that this opens the window. */
export type Heard = { type: 'said'; said: Said; opens?: boolean }
