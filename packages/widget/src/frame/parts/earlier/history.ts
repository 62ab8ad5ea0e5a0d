import type { ChatLinesPage } from '@portico/protocol/pages'
import type { Chat } from '../../chat.ts'
import { TOKEN_KEY } from '../../visitor-token.ts'

/** A window of 376 px is no archive, and a page cannot grow without end. */
const LINES_MAX = 1000

type Pages = { joins: string; older: boolean; loading: boolean; failed: boolean }

/** The pages in front of what the live view holds. A view that begins elsewhere than they end has been replaced: they go. */
export function openHistory({ storages, changed, shown, lines, putBefore }: Chat) {
  let pages: Pages | undefined

  const pagesOf = (): Pages => {
    const now = shown()
    const joins = now?.lines[0]?.id ?? ''
    if (pages?.joins !== joins) pages = { joins, older: now?.older ?? false, loading: false, failed: false }
    return pages
  }
  const count = () => lines().length - (shown()?.lines.length ?? 0)

  return {
    state: (): 'whole' | 'more' | 'loading' | 'failed' => {
      const { loading, failed, older } = pagesOf()
      if (loading) return 'loading'
      if (failed) return 'failed'
      return older && count() < LINES_MAX ? 'more' : 'whole'
    },
    loadOlder: async () => {
      const asked = pagesOf()
      const now = shown()
      const before = lines()[0]
      if (asked.loading || !asked.older || !now || !before) return
      pages = { ...asked, loading: true }
      changed()
      const page = await fetchPage({ conversation: now.id, before: before.id, token: storages.lasting.get(TOKEN_KEY) })
      if (pages.joins !== asked.joins) return
      pages = page ? { ...pages, older: page.older, loading: false, failed: false } : { ...pages, loading: false, failed: true }
      if (page) putBefore(page.lines)
      changed()
    },
  }
}

async function fetchPage({ conversation, before, token }: { conversation: string; before: string; token: string | null }) {
  try {
    const answer = await fetch(`./api/chats/${conversation}/lines?before=${before}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.ok ? ((await answer.json()) as ChatLinesPage) : undefined // our own server made it of that schema
  } catch (error) {
    if (error instanceof TypeError) return undefined // no connection
    throw error
  }
}
