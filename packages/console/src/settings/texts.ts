import { openTexts } from '../messages/open-texts.ts'

export const settingsTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
