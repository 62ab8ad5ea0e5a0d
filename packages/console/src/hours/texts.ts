import { openTexts } from '../messages/open-texts.ts'

export const hoursTexts = openTexts({ en: () => import('./texts.en.ts'), fr: () => import('./texts.fr.ts') })

export type HoursTexts = Awaited<ReturnType<typeof hoursTexts.load>>['hours']
