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
  around?: AroundFrame
  /** When the frame in the window was drawn; nothing of what it shows otherwise leads back to the page. */
  drawnAt?: number | undefined
  /** The button, the window, and the parts beside them. */
  draw: () => void
  /** And what the host script adds, once it is there. */
  redraw: () => void
  /** What does not work is told to whoever made the page. */
  fail: (error: Error) => void
  /** Takes the widget off the page. */
  close: () => void
  /** What has to be done then. */
  ends: (() => void)[]
  /** The parts of the loader; the host script adds its own. */
  rooms: Room[]
}

export type AroundFrame = { now: () => Pick<Surroundings, 'page' | 'analyticsId'>; close: () => void }

export type Host = {
  happen: (happening: Happening) => void
  loadFrame: () => void
  command: (name: string, first: unknown) => unknown
}

/** A part, and when it is needed first. */
export type Room = { script: string; needed: (embedding: Embedding) => boolean }

/** Something of the loader that only some pages need. */
export type Part = { draw: () => void }

/** What continues the loader, as a module of its own. */
export type Script<Opened> = { open: (embedding: Embedding) => Opened }
