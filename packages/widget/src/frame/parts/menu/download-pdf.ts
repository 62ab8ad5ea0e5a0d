import type { Chat } from '../../chat.ts'
import { TOKEN_KEY } from '../../visitor-token.ts'

/** A browser may ask where to put it before it reads on. */
const KEPT_MS = 60_000

/** The conversation that is drawn, as a file; false where it could not be had. */
export async function downloadPdf({ shown, storages }: Chat): Promise<boolean> {
  const id = shown()?.id
  if (id === undefined) return false
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const asked = new URLSearchParams({ locale: document.documentElement.lang, zone: timeZone })
  try {
    const answer = await fetch(`./api/chats/${id}/transcript?${asked.toString()}`, {
      headers: { authorization: `Bearer ${storages.lasting.get(TOKEN_KEY)}` },
    })
    if (!answer.ok) return false
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await answer.blob())
    link.download = `conversation-${id}.pdf`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false // no connection
    throw error
  }
}
