// What a page may call. Calls made before the script has arrived wait in a queue, if the page has this stub:
//
//   window.portico ??= function () {
//     const call = arguments
//     return new Promise((done) => (portico.q ??= []).push([call, done]))
//   }

/** Every call answers with a promise, which fails when the chat cannot be reached or the command is unknown. */
export type Portico = {
  /** Resolves when the window can be typed in; `message` is put where the visitor writes. */
  (command: 'open', options?: { message?: string }): Promise<void>
  (command: 'close' | 'toggle'): Promise<void>
  /** Takes the whole widget off the page, and brings it back. */
  (command: 'hide' | 'show'): Promise<void>
  (command: 'setLocale', locale: string): Promise<void>
  /** A JWT of the site's server says who is there. Fails where it is not taken; another customer gets a chat of his own. */
  (command: 'identify', token: string): Promise<void>
  /** Whoever was there has gone: the chat begins anew, and nothing of him is left in this browser. */
  (command: 'logout'): Promise<void>
  <Event extends PorticoEvent>(
    command: 'on' | 'off',
    event: Event,
    heard: (event: CustomEvent<PorticoEvents[Event]>) => void,
  ): Promise<void>
  /**
   * Removes the widget and everything it keeps on this device, the way back into the conversation too. A page that carries the
   * snippet again begins anew.
   */
  (command: 'shutdown'): Promise<void>
}

/** The `detail` of each; they are dispatched on `window`, as `portico:<event>`. */
export type PorticoEvents = {
  ready: undefined
  opened: undefined
  closed: undefined
  /** Somebody of the staff has written. */
  message: { author: string; excerpt: string }
  unread: { count: number }
  /** Something could not be fetched, was refused or does not work on this page; the browser's console says what. */
  error: { reason: 'unreachable' }
}
export type PorticoEvent = keyof PorticoEvents
export type Emit = <Event extends PorticoEvent>(event: Event, detail: PorticoEvents[Event]) => void

declare global {
  interface Window {
    portico?: Portico & {
      q?: [Iterable<unknown> & [string, unknown?], (answer: Promise<void>) => void][]
      /** True while there is a widget; after a shutdown when that is over. A stub has neither. */
      live?: true | Promise<void> | undefined
    }
    _paq?: { push: (call: unknown[]) => unknown }
  }
}
