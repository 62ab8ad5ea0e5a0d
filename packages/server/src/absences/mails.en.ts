import type { AbsenceMail } from './mails.ts'

export const mailsEn: AbsenceMail = ({ name, email, words, host }) => ({
  subject: `${name ?? 'A visitor'} waits at ${host}`,
  paragraphs: [
    `${name ?? 'A visitor'}${email ? ` (${email})` : ''} has written, and nobody was there:`,
    `“${words}”`,
    'Of this conversation you get no further mail.',
  ],
  open: 'Answer',
  reason: `You get this because you answer visitors at ${host} and were not there. Your settings have a switch for it, under Notifications and sound.`,
})
