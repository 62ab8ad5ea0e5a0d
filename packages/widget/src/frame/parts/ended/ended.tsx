import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import styles from './ended.css?inline'
import { texts, type EndedTexts } from './texts.en.ts'

const CHAT = 'M4 20l1.3-4a8 8 0 1 1 3.1 2.7z'

export const part: Part<EndedTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Ended,
}

const Ended = ({ chat, words, texts: own }: PartProps<EndedTexts>) => (
  <div class="ended">
    <h3>{words.texts.endedTitle}</h3>
    <p class="lead">{own.endedText}</p>
    <button class="button button-main" type="button" data-first onClick={chat.startAnew}>
      <Icon drawing={CHAT} />
      {words.texts.startNew}
    </button>
  </div>
)
