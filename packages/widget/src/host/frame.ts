import type { FromFrame, Surroundings } from '../bridge.ts'
import type { Embedding } from '../embedding.ts'
import { frameView } from '../widget-state.ts'
import { pollsFor, readAnalyticsId } from './analytics.ts'
import { watchAttention } from './attention.ts'
import { openFrameWindow } from './frame-window.ts'
import { watchPage } from './page-watch.ts'
import { followVisiblePart } from './visible-part.ts'

export type Frame = ReturnType<typeof openFrame>
type Asked = Pick<Surroundings, 'question' | 'focused' | 'kept'>
type Given = { embedding: Embedding; into: HTMLElement; heard: (message: FromFrame) => void; asked: () => Asked }

/** The frame, and all that it is told of the page around it. */
export function openFrame({ embedding, into, heard, asked }: Given) {
  const { script, config, launcher } = embedding
  let analyticsId: string | undefined
  const attention = watchAttention(tell)
  const page = watchPage({ unread: () => embedding.widget.unread, moved: tell, query: config.options.pageQuery })
  const stopFollowing = followVisiblePart(into)
  const window = openFrameWindow({
    url: new URL(`${config.frame}?channel=${config.channel}`, script.src),
    title: launcher.title(),
    into,
    heard,
    surroundings: () => ({
      ...asked(),
      config,
      locale: embedding.locale,
      theme: script.dataset.theme,
      view: frameView(embedding.widget),
      small: embedding.widget.small,
      page: page.now(),
      attentive: attention.attentive(),
      analyticsId,
    }),
  })

  readAnalyticsId({
    polls: pollsFor(script.dataset.analytics),
    found: (id) => {
      analyticsId = id
      tell()
    },
  })

  function tell() {
    window.tell()
  }

  return {
    ...window,
    tell: () => {
      page.showCount()
      tell()
    },
    close: () => {
      attention.close()
      page.close()
      stopFollowing()
      window.close()
    },
  }
}
