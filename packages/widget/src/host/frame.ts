import type { FromFrame, Surroundings } from '../bridge.ts'
import type { Embedding } from '../embedding.ts'
import { frameView } from '../widget-state.ts'
import { watchAttention } from './attention.ts'
import { openFrameWindow } from './frame-window.ts'
import { followVisiblePart } from './visible-part.ts'

export type Frame = ReturnType<typeof openFrame>
type Asked = Pick<Surroundings, 'written' | 'begun' | 'focused' | 'kept' | 'identity'>
type Given = { embedding: Embedding; heard: (message: FromFrame) => void; asked: () => Asked }

/** The frame, and all that it is told of the page around it. */
export function openFrame({ embedding, heard, asked }: Given) {
  const { script, config, chatWindow } = embedding
  const attention = watchAttention(() => window.tell())
  const stopFollowing = followVisiblePart(chatWindow.pane)
  const window = openFrameWindow({
    frame: chatWindow.frame,
    heard,
    surroundings: () => ({
      ...asked(),
      config,
      locale: embedding.locale,
      theme: script.dataset.theme,
      view: frameView(embedding.widget),
      small: embedding.widget.small,
      ...(embedding.around?.now() ?? { page: undefined, analyticsId: undefined }),
      attentive: attention.attentive(),
    }),
  })

  return {
    ...window,
    close: () => {
      attention.close()
      embedding.around?.close()
      stopFollowing()
      window.close()
    },
  }
}
