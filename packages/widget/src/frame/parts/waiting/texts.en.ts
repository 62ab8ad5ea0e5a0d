import type { Plural } from '../../../messages/catalogue.ts'

export const texts = {
  leaveTitle: 'Leave us a message',
  leaveText: 'We answer here as soon as somebody is back.',
  opensTitle: 'We open again {when}',
  opensText: 'In {wait}. Leave us a message, we answer here then.',
  today: 'today at {time}',
  tomorrow: 'tomorrow at {time}',
  on: '{day} at {time}',
  there: 'That is {time} in {place}.',
  sendingTitle: 'Your message is on its way',
  sendingText: 'It goes out as soon as the connection allows.',
  waitingTitle: 'Your message has arrived',
  waitingText: 'Somebody joins you here soon. Keep writing if you like, everything is there when we join.',
  next: 'You are next',
  place: 'You are number {place} in line',
  longer: 'This takes longer than we said',
  kept: 'You keep your place.',
  lessThan: { one: 'Less than {count} minute.', other: 'Less than {count} minutes.' } as Plural,
  between: 'About {from} to {to} minutes.',
  awayText: 'Nobody is here right now. We answer here as soon as somebody is back; you may close this window.',
  closedText: 'We are closed and open again {when}. We answer here then; you may close this window.',
}

export type WaitingTexts = typeof texts
