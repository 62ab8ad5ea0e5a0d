import { openTexts } from '../messages/open-texts.ts'
import type { texts } from './texts.en.ts'

export const routingTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
export type RoutingTexts = (typeof texts)['routing']
