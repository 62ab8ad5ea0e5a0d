import type { LostTexts } from './texts.en.ts'

export const texts: LostTexts = {
  connectionLost: 'La connexion est perdue. Vos mots sont gardés. Prochain essai {time}.',
  tooMuchAtOnce: 'Votre réseau envoie trop à la fois. Vos mots sont gardés. Prochain essai {time}.',
  tryNow: 'Essayer maintenant',
}
