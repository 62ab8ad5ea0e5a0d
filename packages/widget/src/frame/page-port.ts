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
  let latest: Surroundings
  let port: MessagePort | undefined
  const say = (said: FromFrame) => port?.postMessage(said)
  return new Promise((resolve) => {
    const hear = ({ data: message }: MessageEvent<ToFrame>) => {
      if ('forget' in message) return listeners.forget()
      // Who may hold this frame was decided for the channel in its address, and for no other.
      if (message.config.channel !== channel) return
      latest = message
      resolve({ surroundings: () => latest, say, listen: (all) => (listeners = all) })
      return listeners.changed()
    }
    // The page around may ask whether one is there, and hand over another port then: the newest is the one.
    addEventListener('message', ({ source, data, ports: [given] }) => {
      if (source !== parent || data !== READY) return
      if (!given) return parent.postMessage(READY, '*')
      port?.close()
      port = given
      port.addEventListener('message', hear)
      port.start()
    })
    parent.postMessage(READY, '*')
  })
}
