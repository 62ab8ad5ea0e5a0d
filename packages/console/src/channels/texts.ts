import { openTexts } from '../messages/open-texts.ts'
import type { texts } from './texts.en.ts'

export const channelsTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })
export type ChannelsTexts = (typeof texts)['channels']
