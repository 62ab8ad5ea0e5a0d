import type { Language } from '../../../messages/locale.ts'

const en = { unread: 'unread messages' }

export type CountTexts = typeof en

export const countTexts: Record<Language, CountTexts> = { en, fr: { unread: 'messages non lus' } }
