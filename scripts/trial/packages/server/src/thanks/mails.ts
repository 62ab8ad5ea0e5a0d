import type { OperatorId } from '@portico/protocol/ids'
import type { MailLocale } from '../auth/mail-locale.ts'
import { findOperator } from '../auth/reads.ts'
import type { Deliver, DeliveryContext } from '../platform/deliveries.ts'
import { letterOf, type Words } from '../platform/mail/letter.ts'

const MAILS: Record<MailLocale, Omit<Words, 'locale'>> = {
  en: {
    subject: 'A visitor thanks you',
    paragraphs: ['A visitor whom you have helped says thank you.'],
    reason: 'You get this because you answer visitors.',
  },
  fr: {
    subject: 'Un visiteur vous remercie',
    paragraphs: ['Un visiteur que vous avez aidé vous dit merci.'],
    reason: 'Vous recevez ce message parce que vous répondez aux visiteurs.',
  },
}

export const deliver: Record<string, Deliver> = {
  'mail.thanks': async ({ id, reads, outside: { mail } }: DeliveryContext, { operator }: { operator: OperatorId }) => {
    const person = await findOperator(reads, operator)
    if (!mail || !person) return
    const locale = person.locale ?? 'en'
    await mail.send({ id, to: { name: person.name, address: person.email }, ...letterOf({ ...MAILS[locale], locale }) })
  },
}
