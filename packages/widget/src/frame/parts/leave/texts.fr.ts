import type { LeaveTexts } from './texts.en.ts'

export const texts: LeaveTexts = {
  title: 'Laissez-nous un message',
  text: 'Nous répondons ici dès que quelqu’un est de retour.',
  message: 'Message',
  leave: 'Laisser le message',
}
