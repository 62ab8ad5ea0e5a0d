import type { LoaderTexts } from '../messages/loader-texts.ts'

/** What the button's marks show, said in words. */
export const buttonLabel = (staffed: boolean, texts: LoaderTexts): string => texts.open + (staffed ? `, ${texts.online}` : '')
