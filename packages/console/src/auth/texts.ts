import { openTexts } from '../messages/open-texts.ts'
import type { texts } from './texts.en.ts'

export const authTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
export type AuthTexts = (typeof texts)['auth']
