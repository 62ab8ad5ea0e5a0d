import type { InvitationId, OperatorId } from '@portico/protocol/ids'
import type { AnyCommand } from '../platform/capability.ts'
import type { Deliver, DeliveryContext } from '../platform/deliveries.ts'
import { letterOf, type Words } from '../platform/mail/letter.ts'
import type { Mail } from '../platform/outside.ts'
import type { MailLocale } from './mail-locale.ts'
import { mailsEn } from './mails.en.ts'
import { mailsFr } from './mails.fr.ts'
import { findOperator } from './reads.ts'
import { findInvitationById } from './reads/invitations.ts'
import type { Reset } from './reset.ts'
import { hashToken, mintToken } from './token.ts'

const MAILS: Record<MailLocale, Mails> = { en: mailsEn, fr: mailsFr }

/** What an account's mails say, in one language. */
export type Mails = {
  invitation: (given: { host: string }) => Saying
  reset: (given: { name: string; host: string }) => Saying
}
type Saying = Pick<Words, 'subject' | 'paragraphs' | 'reason'> & { open: string }

export type ResetMail = { operator: OperatorId; by: OperatorId; clears: Reset['clears']; locale: MailLocale }

type InvitationMail = { invitation: InvitationId; locale: MailLocale }

// Links are made here and their hashes are stored before they leave; a further try makes another link, which voids the one before.
export const deliver: Record<string, Deliver> = {
  'mail.invitation': async (ctx: DeliveryContext, { invitation: id, locale }: InvitationMail) => {
    const { mail, links } = waysOut(ctx)
    const token = await minted(ctx, (tokenHash) => ({ type: 'invitation.mint', invitation: id, tokenHash }))
    const invitation = token === undefined ? undefined : await findInvitationById(ctx.reads, id)
    if (token === undefined || !invitation?.email) return
    const { open, ...words } = MAILS[locale].invitation({ host: new URL(links).host })
    const link = { label: open, url: `${links}/join#token=${token}` }
    await mail.send({ id: ctx.id, to: { name: '', address: invitation.email }, ...letterOf({ ...words, link, locale }) })
  },
  'mail.reset': async (ctx: DeliveryContext, { locale, ...reset }: ResetMail) => {
    const { mail, links } = waysOut(ctx)
    const token = await minted(ctx, (tokenHash) => ({ type: 'reset.mint', ...reset, tokenHash }))
    const person = token === undefined ? undefined : await findOperator(ctx.reads, reset.operator)
    if (token === undefined || !person) return
    const spoken = person.locale ?? locale
    const { open, ...words } = MAILS[spoken].reset({ name: person.name, host: new URL(links).host })
    const link = { label: open, url: `${links}/reset#token=${token}` }
    const to = { name: person.name, address: person.email }
    await mail.send({ id: ctx.id, to, ...letterOf({ ...words, link, locale: spoken }) })
  },
}

function waysOut({ outside: { mail, links } }: DeliveryContext): { mail: Mail; links: string } {
  if (!mail || links === undefined) throw new Error('no mails are sent: SMTP_URL and PORTICO_URL are to be set')
  return { mail, links }
}

/** Undefined where nobody is to have a link any more. */
async function minted(ctx: DeliveryContext, command: (tokenHash: string) => AnyCommand): Promise<string | undefined> {
  const token = mintToken()
  const outcome = await ctx.send(command(hashToken(token)))
  if (!outcome.ok && outcome.refused === 'retry') throw new Error('the link could not be stored')
  return outcome.ok ? token : undefined
}
