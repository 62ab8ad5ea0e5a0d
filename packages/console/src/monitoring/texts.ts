import { openTexts } from '../messages/open-texts.ts'

export const monitoringTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
