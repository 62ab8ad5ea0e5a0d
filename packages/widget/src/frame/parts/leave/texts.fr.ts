import type { LeaveTexts } from './texts.en.ts'

export const texts: LeaveTexts = {
  message: 'Message',
  leave: 'Laisser le message',
}
