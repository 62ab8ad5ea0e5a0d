import { READY, type FromFrame, type Surroundings, type ToFrame } from '../bridge.ts'

export type PagePort = {
  /** The page around, as it was last told. */
  surroundings: () => Surroundings
  say: (message: FromFrame) => void
  listen: (listeners: Listeners) => void
}
type Listeners = { changed: () => void; forget: () => void }

/** Resolves when the page around has handed over its port. Only the parent may, and what is private goes nowhere else. */
export function openPagePort(): Promise<PagePort> {
  const channel = new URLSearchParams(location.search).get('channel')
  let listeners: Listeners = { changed: () => {}, forget: () => {} }
  return new Promise((resolve) => {
    const accept = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source !== parent || data !== READY || !port) return
      removeEventListener('message', accept)
      let latest: Surroundings
      port.addEventListener('message', ({ data: message }: MessageEvent<ToFrame>) => {
        if ('forget' in message) return listeners.forget()
        // Who may hold this frame was decided for the channel in its address, and for no other.
        if (message.config.channel !== channel) return
        latest = message
        resolve({ surroundings: () => latest, say: (said) => port.postMessage(said), listen: (all) => (listeners = all) })
        return listeners.changed()
      })
      port.start()
    }
    addEventListener('message', accept)
    parent.postMessage(READY, '*')
  })
}
