import type { ChatLine } from '@portico/protocol/conversations'
import type { Chat } from '../../chat.ts'

/** What somebody is called among those who have a part in these lines. */
export function calledIn(lines: readonly ChatLine[], called: Chat['called']): (name: string) => string {
  const names = [...new Set(lines.flatMap(({ author }) => (author.kind === 'operator' ? [author.name] : [])))]
  const short = called(names)
  return (name) => short[names.indexOf(name)] ?? called([name]).join('')
}
