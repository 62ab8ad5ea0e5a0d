import type { Author, ConversationLine } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import type { MailLocale } from '../auth/mail-locale.ts'
import { TEXTS } from './texts.ts'

/** What is printed, in words: nothing is left to decide but where it stands on paper. */
export type Transcript = {
  locale: MailLocale
  title: string
  facts: readonly string[]
  entries: readonly Entry[]
}
export type Entry =
  | { kind: 'day' | 'notice'; text: string }
  | { kind: 'said'; author: string; side: Author['kind']; mark: string; time: string; text: string }

type Said = Pick<ConversationLine, 'at' | 'author' | 'body'>
type Printed = {
  visitor: string | null
  siteName: string
  openedAt: number
  lines: readonly Said[]
  isCut: boolean
  /** Null: its visitor, for himself. */
  by: string | null
  at: number
  zone: string
  locale: MailLocale
}

export function transcriptOf({ visitor, siteName, openedAt, lines, isCut, by, at, zone, locale }: Printed): Transcript {
  const texts = TEXTS[locale]
  const who = visitor || texts.visitor
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone })
  const both = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  const entries: Entry[] = []
  let shownDay = ''
  for (const { at: saidAt, author, body } of lines) {
    const today = day.format(saidAt)
    if (today !== shownDay) entries.push({ kind: 'day', text: today })
    shownDay = today
    const name = nameOf(author, { visitor: who, operator: texts.operator })
    entries.push(
      body.kind === 'notice'
        ? { kind: 'notice', text: `${time.format(saidAt)}  ${texts.notices[body.notice](name, body.whom ?? '')}` }
        : {
            kind: 'said',
            author: name,
            side: author.kind,
            mark: body.kind === 'note' ? texts.note : '',
            time: time.format(saidAt),
            text: body.text,
          },
    )
  }
  return {
    locale,
    title: by === null ? siteName : texts.title(who),
    facts: [
      ...(by === null ? [] : [siteName]),
      texts.began(both.format(openedAt)),
      texts.zone(zone),
      texts.printed(by ?? who, both.format(at)),
      ...(isCut ? [texts.leftOut] : []),
    ],
    entries,
  }
}

function nameOf(author: Author, called: { visitor: string; operator: string }): string {
  switch (author.kind) {
    case 'visitor':
      return author.name || called.visitor
    case 'operator':
      return author.name || called.operator
    case 'system':
      return ''
  }
}

/** Names the conversation and the day it was printed, in the zone of its times. */
export function fileNameOf({ id, at, zone }: { id: ConversationId; at: number; zone: string }): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
  return `conversation-${id}-${day}.pdf`
}
