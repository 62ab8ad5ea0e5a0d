import { originOf } from '../address-of.ts'
import { READY, type FromFrame, type Surroundings, type ToFrame } from '../bridge.ts'
import { OwnPromise } from '../own-promise.ts'

type Given = { frame: HTMLIFrameElement; surroundings: () => Surroundings; heard: (message: FromFrame) => void }

export function openFrameWindow({ frame, surroundings, heard }: Given) {
  const origin = originOf(frame.src)
  let connect = () => {}
  const connected = new OwnPromise<void>((resolve) => (connect = resolve))
  let port: MessagePort | undefined
  const say = (message: ToFrame) => port?.postMessage(message)
  const tell = () => say(surroundings())

  // A frame that loads itself again says READY again, and gets a port of its own.
  const greet = ({ source, origin: from, data }: MessageEvent) => {
    if (source !== frame.contentWindow || from !== origin || data !== READY) return
    const channel = new MessageChannel()
    port = channel.port1
    port.addEventListener('message', ({ data: message }: MessageEvent<FromFrame>) => {
      if (message.type === 'drawn') connect()
      heard(message)
    })
    port.start()
    frame.contentWindow?.postMessage(READY, origin, [channel.port2])
    tell()
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
      connect()
    },
  }
}
