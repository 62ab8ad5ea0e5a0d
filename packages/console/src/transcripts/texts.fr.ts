import type { texts as en } from './texts.en.ts'

export const texts: typeof en = { download: 'Télécharger en PDF' }
