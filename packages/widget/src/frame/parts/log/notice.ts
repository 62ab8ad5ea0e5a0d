import type { Author } from '@portico/protocol/conversations'
import { fill } from '../../../messages/words.ts'
import type { LogTexts } from './texts.en.ts'
import type { Notice } from './turns.ts'

type Given = { notice: Notice; author: Author; called: (name: string) => string; time: string; texts: LogTexts }

/** What has happened, in a few words of the visitor's language. */
export function noticeText({ notice, author, called, time, texts }: Given): string {
  const name = author.kind === 'operator' ? called(author.name) : ''
  const own = author.kind === 'visitor'
  switch (notice) {
    case 'joined':
      return fill(texts.joined, { name })
    case 'left':
      return fill(texts.left, { name })
    case 'closed':
      return fill(own ? texts.endedByYou : name ? texts.endedBy : texts.ended, { name, time })
    case 'expired':
      return texts.expired
    case 'reopened':
      return name ? fill(texts.reopenedBy, { name }) : texts.reopenedByYou
    case 'bear-with-us':
      return texts.bearWithUs
  }
}
