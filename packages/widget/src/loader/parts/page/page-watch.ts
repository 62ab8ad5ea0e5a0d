import type { Page } from '@portico/protocol/conversations'
import { pageAddress, pageTitle, type PageQuery } from '@portico/protocol/page-address'
import { openTitleCount } from './title-count.ts'

const LOOK_MS = 1000

type Watched = { unread: () => number; moved: () => void; query: PageQuery }

/**
 * Where the visitor is, and the count before the page's title. Sites that change pages without loading them touch history,
 * title or both, each in its own way: one look a second sees all of them and changes nothing of the page's own functions.
 */
export function watchPage({ unread, moved, query }: Watched) {
  const titleCount = openTitleCount()
  let title = document.title
  let counted = title
  let seen = location.href + title

  function showCount(count = unread()) {
    if (document.title !== counted) title = titleCount.ownTitle(document.title)
    counted = titleCount.counted(title, count)
    if (document.title !== counted) document.title = counted
  }

  const timer = setInterval(() => {
    showCount()
    const now = location.href + title
    if (now === seen) return
    seen = now
    moved()
  }, LOOK_MS)

  return {
    // What the site means for itself alone does not even reach the frame.
    now: (): Page => ({ url: pageAddress(location.href, query), title: pageTitle(title) }),
    showCount: () => showCount(),
    close: () => {
      clearInterval(timer)
      showCount(0)
    },
  }
}
