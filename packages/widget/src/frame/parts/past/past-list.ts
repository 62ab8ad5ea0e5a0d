import type { ChatLinesPage, ChatsPage } from '@portico/protocol/pages'
import type { Chat } from '../../chat.ts'
import { TOKEN_KEY } from '../../visitor-token.ts'

export type PastChat = ChatsPage['chats'][number]

/** As many as a visitor may want to look through. */
const CHATS_MAX = 500

/** The visitor's conversations here that have ended, as far as they have been asked for. */
export function openPastList({ storages, surroundings, changed, look, view }: Chat) {
  const { channel } = surroundings().config
  let chats: readonly PastChat[] = []
  let next: string | null = null
  let state: 'unasked' | 'loading' | 'failed' | 'there' = 'unasked'
  let newest: string | undefined

  async function ask<Page>(path: string): Promise<Page | undefined> {
    const before = state
    state = 'loading'
    changed()
    const page = await fetchPage<Page>(path, storages.lasting.get(TOKEN_KEY))
    state = page ? (before === 'unasked' ? 'there' : before) : 'failed'
    return page
  }

  async function load() {
    if (state === 'loading') return
    const from = state === 'there' && next ? `&before=${next}` : ''
    const page = await ask<ChatsPage>(`/api/chats?channel=${channel}${from}`)
    if (page) {
      state = 'there'
      chats = from ? [...chats, ...page.chats] : page.chats
      next = chats.length < CHATS_MAX ? page.next : null
    }
    changed()
  }

  return {
    state: () => {
      // Something has ended, or begun, since it was asked for.
      const now = `${view()?.id} ${view()?.phase.state}`
      if (newest !== now) {
        newest = now
        state = 'unasked'
        void load()
      }
      return state
    },
    chats: () => chats,
    hasMore: () => next !== null,
    load,
    open: async ({ id, closedAt }: PastChat) => {
      const page = await ask<ChatLinesPage>(`/api/chats/${id}/lines`)
      if (page)
        look({
          at: 'past',
          chat: { id, channel, phase: { state: 'closed', at: closedAt, by: 'system', operators: [] }, ...page, seen: null },
        })
      changed()
    },
  }
}

async function fetchPage<Page>(path: string, token: string | null): Promise<Page | undefined> {
  try {
    const answer = await fetch(`.${path}`, { headers: { authorization: `Bearer ${token}` } })
    return answer.ok ? ((await answer.json()) as Page) : undefined // our own server made it of that schema
  } catch (error) {
    if (error instanceof TypeError) return undefined // no connection
    throw error
  }
}
