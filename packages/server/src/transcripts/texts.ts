import type { LineBody } from '@portico/protocol/conversations'
import type { MailLocale } from '../auth/mail-locale.ts'
import { textsEn } from './texts.en.ts'
import { textsFr } from './texts.fr.ts'

type Notice = Extract<LineBody, { kind: 'notice' }>['notice']

/** What a transcript says beside what was said. `by` is empty where nobody did it. */
export type Texts = {
  title: (visitor: string) => string
  /** Whoever has given no name, and whoever has a mask without a word. */
  visitor: string
  operator: string
  note: string
  began: (when: string) => string
  zone: (zone: string) => string
  printed: (by: string, when: string) => string
  leftOut: string
  /** `whom`: another operator, where it is about one. */
  notices: Record<Notice, (by: string, whom: string) => string>
}

export const TEXTS: Record<MailLocale, Texts> = { en: textsEn, fr: textsFr }
