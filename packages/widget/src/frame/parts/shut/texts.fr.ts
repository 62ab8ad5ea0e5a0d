import type { ShutTexts } from './texts.en.ts'

export const texts: ShutTexts = {
  off: 'La discussion est désactivée pour le moment.',
  notNow: 'Il n’est pas possible de commencer une conversation pour le moment.',
}
