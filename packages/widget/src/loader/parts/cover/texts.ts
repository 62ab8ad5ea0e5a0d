import type { Language } from '../../../messages/locale.ts'

const en = {
  late: 'The chat does not answer.',
  again: 'Try again',
}

export const coverTexts: Record<Language, typeof en> = {
  en,
  fr: {
    late: 'La discussion ne répond pas.',
    again: 'Réessayer',
  },
}
