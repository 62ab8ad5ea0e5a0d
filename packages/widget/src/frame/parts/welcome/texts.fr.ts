import type { WelcomeTexts } from './texts.en.ts'

export const texts: WelcomeTexts = {
  lead: 'Écrivez-nous, la réponse arrive ici même.',
  hereAndFast: 'Nous sommes là, réponse en général sous {time}',
}
