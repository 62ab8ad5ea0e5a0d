import { openTexts } from '../messages/open-texts.ts'
import type { texts } from './texts.en.ts'

export const homeTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
export type HomeTexts = (typeof texts)['home']
