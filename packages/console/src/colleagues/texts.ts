import { openTexts } from '../messages/open-texts.ts'

export const colleaguesTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
