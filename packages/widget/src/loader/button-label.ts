import type { LoaderTexts } from '../messages/loader-texts.ts'

type Given = { unread: number; staffed: boolean; texts: LoaderTexts }

/** What the button's marks show, said in words. */
export const buttonLabel = ({ unread, staffed, texts }: Given): string =>
  texts.open + (unread ? `, ${texts.unread}: ${unread}` : '') + (staffed ? `, ${texts.online}` : '')
