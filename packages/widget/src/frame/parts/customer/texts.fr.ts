import type { CustomerTexts } from './texts.en.ts'

export const texts: CustomerTexts = {
  signIn: 'Cette discussion est réservée aux clients : connectez-vous d’abord sur ce site.',
}
