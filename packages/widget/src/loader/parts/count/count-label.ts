import type { CountTexts } from './texts.ts'

type Given = { label: string; unread: number; texts: CountTexts }

/** What the count shows, said in words. */
export const countLabel = ({ label, unread, texts }: Given): string => label + (unread ? `, ${texts.unread}: ${unread}` : '')
