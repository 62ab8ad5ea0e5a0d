import type { AroundFrame, Embedding, Part } from '../../../embedding.ts'
import { pollsFor, readAnalyticsId } from './analytics.ts'
import { watchPage } from './page-watch.ts'

/** What the frame is told of the page around it, and what the page shows of the chat: the count before its title. */
export function openPage(embedding: Embedding): Part {
  const { script, config } = embedding
  const page = watchPage({
    unread: () => embedding.widget.unread,
    moved: () => embedding.tell(),
    query: config.options.pageQuery,
  })
  let analyticsId: string | undefined
  const around: AroundFrame = { now: () => ({ page: page.now(), analyticsId }), close: page.close }
  embedding.around = around
  readAnalyticsId({
    polls: pollsFor(script.dataset.analytics),
    found: (id) => {
      analyticsId = id
      embedding.tell()
    },
  })
  embedding.tell()
  return { draw: page.showCount }
}
