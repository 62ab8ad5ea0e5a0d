import type { IdentifyAnswer } from '@portico/protocol/customers'
import type { Chat } from '../../chat.ts'

const RETRY_MS = 5000
/** As `visitor-token.ts` keeps it: what parts share with the start comes with `talk.ts` alone. */
const TOKEN_KEY = 'portico.token'

type Answer = Partial<IdentifyAnswer> & { refused?: string; detail?: string }

/** Hands the server what the site says of whoever is there: the token alone at first, and with the visitor once there is one. */
export function openIdentifying(chat: Chat) {
  let asked = ''
  let isRefused = false

  function look() {
    const { identity } = chat.surroundings()
    const visitor = chat.connection()?.live.you() && (chat.storages.lasting.get(TOKEN_KEY) ?? undefined)
    const wish = `${identity} ${visitor}`
    if (identity === undefined || wish === asked) return
    asked = wish
    void ask(identity, visitor).then(heard, retry)
  }

  async function ask(token: string, visitor: string | undefined): Promise<Answer> {
    const { channel } = chat.surroundings().config
    const response = await fetch('api/identify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ channel, token, visitor }),
    })
    return (await response.json()) as Answer // the route's answer
  }

  function heard({ state, refused, detail }: Answer) {
    if (refused === 'identified') return another()
    if (refused === 'retry' || refused === 'error') return retry()
    isRefused = refused !== undefined
    chat.say({ type: 'identified', refused: refused && (detail ?? refused) })
    chat.changed()
    if (state === 'linked') sendAgain()
  }

  // What the former customer has seen here is not for the next: all of it goes, and another visitor begins.
  function another() {
    chat.startOver()
    location.reload()
  }

  // The first words may have been there before the server knew whose they are.
  function sendAgain() {
    for (const { line, refused } of chat.connection()?.sending.answered() ?? [])
      if (refused === 'unidentified') chat.sendAgain(line)
  }

  function retry() {
    setTimeout(() => {
      asked = ''
      look()
    }, RETRY_MS)
  }

  chat.subscribe(look)
  look()
  return {
    /** What the site has said of him is not taken. */
    isRefused: () => isRefused,
  }
}
