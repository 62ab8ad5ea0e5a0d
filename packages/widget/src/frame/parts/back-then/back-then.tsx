import { CLOCK, NEXT } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import styles from './back-then.css?inline'
import { texts, type BackThenTexts } from './texts.en.ts'

export const part: Part<BackThenTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => BackThen,
}

/** The way to what was said before, where there is any. */
const BackThen = ({ chat, texts: own }: PartProps<BackThenTexts>) => (
  <button class="past-row" type="button" onClick={() => chat.look({ at: 'list' })}>
    <Icon drawing={CLOCK} />
    <span>{own.earlierOnes}</span>
    <Icon drawing={NEXT} />
  </button>
)
