export const texts = {
  title: 'Leave us a message',
  text: 'We answer here as soon as somebody is back.',
  message: 'Message',
  leave: 'Leave the message',
}

export type LeaveTexts = typeof texts
