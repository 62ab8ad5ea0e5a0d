import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { MailLocale } from '../auth/mail-locale.ts'
import { findOperator } from '../auth/reads.ts'
import { findConversation, readSummary } from '../conversations/reads.ts'
import type { Deliver, DeliveryContext } from '../platform/deliveries.ts'
import { letterOf, type Words } from '../platform/mail/letter.ts'
import { oneLine } from '../platform/mail/smtp-mail.ts'
import { mailsEn } from './mails.en.ts'
import { mailsFr } from './mails.fr.ts'

const MAILS: Record<MailLocale, AbsenceMail> = { en: mailsEn, fr: mailsFr }

type Given = { name: string | null; email: string | null; words: string; host: string }
/** What the mail says, in one language. */
export type AbsenceMail = (given: Given) => Pick<Words, 'subject' | 'paragraphs' | 'reason'> & { open: string }

type Ids = { conversation: ConversationId; operator: OperatorId }

/** Where no mails are sent nobody misses one; whoever has come meanwhile, or somebody else has, needs none either. */
export const deliver: Record<string, Deliver> = {
  'mail.absence': async ({ id, reads, outside: { mail, links } }: DeliveryContext, { conversation: about, operator }: Ids) => {
    if (!mail || links === undefined) return
    const conversation = await findConversation(reads, about)
    const person = await findOperator(reads, operator)
    if (conversation?.phase.state !== 'requested' || !person) return
    const { name, email } = conversation.visitor
    const { excerpt } = await readSummary(reads, about)
    const locale = person.locale ?? 'en'
    const { open, ...words } = MAILS[locale]({ name: name && oneLine(name), email, words: excerpt, host: new URL(links).host })
    const link = { label: open, url: `${links}/inbox/${about}` }
    await mail.send({ id, to: { name: person.name, address: person.email }, ...letterOf({ ...words, link, locale }) })
  },
}
