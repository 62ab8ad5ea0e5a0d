import type { ChatLine, ChatLinesPage, ChatView } from '@portico/protocol/conversations'

/** A window of 376 px is no archive, and a page cannot grow without end. */
const LINES_MAX = 1000

export type History = {
  /** Earlier and current lines together. */
  lines: (chat: ChatView | undefined) => readonly ChatLine[]
  state: (chat: ChatView) => 'whole' | 'more' | 'loading' | 'failed'
  loadOlder: (chat: ChatView) => Promise<void>
}

type Pages = { lines: readonly ChatLine[]; joins: string; older: boolean; loading: boolean; failed: boolean }

/** The pages in front of what the live view holds. A view that begins elsewhere than they end has been replaced: they go. */
export function openHistory({ token, changed }: { token: string; changed: () => void }): History {
  let pages: Pages | undefined

  const pagesOf = (chat: ChatView): Pages => {
    const joins = chat.lines[0]?.id ?? ''
    if (pages?.joins !== joins) pages = { lines: [], joins, older: chat.older, loading: false, failed: false }
    return pages
  }

  return {
    lines: (chat) => (chat ? [...pagesOf(chat).lines, ...chat.lines] : []),
    state: (chat) => {
      const { loading, failed, older, lines } = pagesOf(chat)
      if (loading) return 'loading'
      if (failed) return 'failed'
      return older && lines.length < LINES_MAX ? 'more' : 'whole'
    },
    loadOlder: async (chat) => {
      const asked = pagesOf(chat)
      if (asked.loading || !asked.older) return
      const before = asked.lines[0]?.id ?? asked.joins
      pages = { ...asked, loading: true }
      changed()
      const page = await fetchPage({ conversation: chat.id, before, token })
      if (pages.joins !== asked.joins) return
      pages = page
        ? { ...pages, lines: [...page.lines, ...pages.lines], older: page.older, loading: false, failed: false }
        : { ...pages, loading: false, failed: true }
      changed()
    },
  }
}

async function fetchPage({ conversation, before, token }: { conversation: string; before: string; token: string }) {
  try {
    const answer = await fetch(`/api/chats/${conversation}/lines?before=${before}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.ok ? ((await answer.json()) as ChatLinesPage) : undefined // our own server made it of that schema
  } catch (error) {
    if (error instanceof TypeError) return undefined // no connection
    throw error
  }
}
