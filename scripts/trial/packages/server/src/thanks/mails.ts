import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import { findOperator } from '../auth/reads.ts'
import { findConversation } from '../conversations/reads.ts'
import type { Deliver, DeliveryContext } from '../platform/deliveries.ts'
import { letterOf } from '../platform/mail/letter.ts'

type ThanksMail = { conversation: ConversationId; operator: OperatorId }

const MAILS = {
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
  'mail.thanks': async ({ id, reads, outside: { mail } }: DeliveryContext, { conversation, operator }: ThanksMail) => {
    const [person, about] = [await findOperator(reads, operator), await findConversation(reads, conversation)]
    if (!mail || !person || !about) return
    // Whoever has helped somebody reads his language.
    const locale = about.visitor.locale?.startsWith('fr') ? 'fr' : 'en'
    await mail.send({ id, to: { name: person.name, address: person.email }, ...letterOf({ ...MAILS[locale], locale }) })
  },
}
