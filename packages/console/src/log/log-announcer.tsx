import type { ConversationLine, VisitorCard } from '@portico/protocol/conversations'
import { useEffect, useRef, useState } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'

/** So many new lines are read out; more are summed up. */
const READ_OUT_MAX = 3

/** Reads new lines of others out, each once. The log itself is silent, since older lines appear in it too. */
export function LogAnnouncer({ lines, visitor }: { lines: readonly ConversationLine[]; visitor: VisitorCard }) {
  const messages = useMessages()
  const { conversation } = useTexts(conversationsTexts)
  const me = useMyId()
  const heard = useRef(lines.at(-1)?.ordinal ?? 0)
  const [text, setText] = useState('')
  useEffect(() => {
    const fresh = lines.filter(
      (line) => line.ordinal > heard.current && !(line.author.kind === 'operator' && line.author.id === me),
    )
    heard.current = lines.at(-1)?.ordinal ?? heard.current
    const said = fresh.flatMap(({ author, body }) => {
      if (body.kind === 'notice') return []
      return [`${author.kind === 'operator' ? author.name : visitorName(visitor, conversation)}: ${body.text}`]
    })
    if (said.length > 0) setText(said.length > READ_OUT_MAX ? conversation.newBelow(said.length) : said.join('\n'))
  }, [lines, me, visitor, messages])
  return (
    <p className="hidden" role="status">
      {text}
    </p>
  )
}
