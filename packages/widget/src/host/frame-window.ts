import { READY, type FromFrame, type Surroundings, type ToFrame } from '../bridge.ts'

type Given = { frame: HTMLIFrameElement; surroundings: () => Surroundings; heard: (message: FromFrame) => void }

export function openFrameWindow({ frame, surroundings, heard }: Given) {
  const { origin } = new URL(frame.src)
  const { promise: connected, resolve: connect } = Promise.withResolvers<void>()
  let port: MessagePort | undefined
  const say = (message: ToFrame) => port?.postMessage(message)
  const tell = () => say(surroundings())

  // A frame that loads itself again says READY again, and gets a port of its own.
  const greet = ({ source, origin: from, data }: MessageEvent) => {
    if (source !== frame.contentWindow || from !== origin || data !== READY) return
    const channel = new MessageChannel()
    port = channel.port1
    port.addEventListener('message', (event: MessageEvent<FromFrame>) => heard(event.data))
    port.start()
    frame.contentWindow?.postMessage(READY, origin, [channel.port2])
    tell()
    connect()
  }
  addEventListener('message', greet)
  // It may have said so before this script was there; whoever else would stand in that place learns that one asks, no more.
  frame.contentWindow?.postMessage(READY, '*')

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
