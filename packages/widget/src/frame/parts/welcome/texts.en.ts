export const texts = {
  lead: 'Write to us, the answer comes right here.',
  hereAndFast: 'Here now, usually answer in {time}',
}

export type WelcomeTexts = typeof texts
