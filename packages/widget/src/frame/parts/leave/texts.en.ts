export const texts = {
  message: 'Message',
  leave: 'Leave the message',
}

export type LeaveTexts = typeof texts
