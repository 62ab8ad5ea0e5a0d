import { openTexts } from './open-texts.ts'

export const sharedTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
