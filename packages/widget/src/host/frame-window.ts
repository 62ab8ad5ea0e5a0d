import { READY, type FromFrame, type Surroundings, type ToFrame } from '../bridge.ts'

type Given = { url: URL; title: string; into: HTMLElement; surroundings: () => Surroundings; heard: (message: FromFrame) => void }

export function openFrameWindow({ url, title, into, surroundings, heard }: Given) {
  const frame = document.createElement('iframe')
  const { promise: connected, resolve: connect } = Promise.withResolvers<void>()
  let port: MessagePort | undefined
  const say = (message: ToFrame) => port?.postMessage(message)
  const tell = () => say(surroundings())

  // A frame that loads itself again says READY again, and gets a port of its own.
  const greet = ({ source, origin, data }: MessageEvent) => {
    if (source !== frame.contentWindow || origin !== url.origin || data !== READY) return
    const channel = new MessageChannel()
    port = channel.port1
    port.addEventListener('message', (event: MessageEvent<FromFrame>) => heard(event.data))
    port.start()
    frame.contentWindow?.postMessage(READY, origin, [channel.port2])
    tell()
    connect()
  }
  addEventListener('message', greet)
  // Whatever the page's own policy: its address is nobody's to be told in passing.
  Object.assign(frame, { title, allow: 'autoplay', referrerPolicy: 'no-referrer', src: url.href })
  into.append(frame)

  return {
    connected,
    say,
    tell,
    focus: () => frame.focus(),
    close: () => {
      removeEventListener('message', greet)
      port?.close()
      frame.remove()
    },
  }
}
