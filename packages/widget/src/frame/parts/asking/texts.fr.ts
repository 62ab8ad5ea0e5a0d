import type { AskingTexts } from './texts.en.ts'

export const texts: AskingTexts = {
  title: 'Avec qui parlons-nous ?',
  skip: 'Passer',
  send: 'Envoyer',
}
