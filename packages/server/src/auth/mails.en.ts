import type { Mails } from './mails.ts'

export const mailsEn: Mails = {
  invitation: ({ host }) => ({
    subject: `You are invited to ${host}`,
    paragraphs: [
      'Hello,',
      `you are invited to answer visitors at ${host}. The link makes your account. It is good once, for seven days.`,
    ],
    open: 'Accept the invitation',
    reason: `You get this because somebody at ${host} wrote your address. If you do not know why, ignore it: without the link nothing happens.`,
  }),
  reset: ({ name, host }) => ({
    subject: `A new password for ${host}`,
    paragraphs: [
      `Hello ${name},`,
      `an administrator of ${host} sends you a link with which you set a new password. It is good once, for an hour.`,
    ],
    open: 'Set a new password',
    reason: `You get this because you have an account at ${host}. If you did not ask for it, tell your administrator; without the link nothing changes.`,
  }),
}
