import type { WidgetConfig } from '@portico/protocol/pages'
import type { Surroundings } from './bridge.ts'
import type { ChatWindow } from './loader/chat-window.ts'
import type { Launcher } from './loader/launcher.ts'
import type { Emit } from './portico-api.ts'
import type { Happening, Widget } from './widget-state.ts'

/** The widget on its page: what the loader makes and the host script takes over. All draw from `widget` and `locale`. */
export type Embedding = {
  script: HTMLScriptElement
  config: WidgetConfig
  emit: Emit
  launcher: Launcher
  chatWindow: ChatWindow
  /** Below this width the window fills the screen. */
  screen: MediaQueryList
  locale: string
  widget: Widget
  happen: (happening: Happening) => void
  /** The frame is told anew, once there is one. */
  tell: () => void
  /** The page around; it comes beside the frame, and nobody waits for it. */
  around: AroundFrame | undefined
  /** The button, the window, and the parts beside them. */
  draw: () => void
}

export type AroundFrame = { now: () => Pick<Surroundings, 'page' | 'analyticsId'>; close: () => void }

export type Host = {
  happen: (happening: Happening) => void
  loadFrame: () => void
  /** Shows what has changed, in the frame too. */
  redraw: () => void
  command: (name: string, first: unknown) => unknown
}

/** Something of the loader that only some pages need. */
export type Part = { draw: () => void }

/** What continues the loader leaves its door on its own element, so that it needs no name in the page. */
export type Script<Opened> = HTMLScriptElement & { open: (embedding: Embedding) => Opened }
