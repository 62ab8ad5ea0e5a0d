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

/** In the composer's place: what one can do now. That it has ended says the log. */
const Ended = ({ chat, texts: own }: PartProps<EndedTexts>) => (
  <div class="tray">
    <button hidden={!!chat.lobby().shut} class="button button-main" type="button" data-first onClick={chat.startAnew}>
      <Icon drawing={CHAT} />
      {own.startNew}
    </button>
    {chat.reopens() === 'may' && !chat.lobby().shut && (
      <button class="button button-quiet" type="button" onClick={chat.reopen}>
        {own.reopen}
      </button>
    )}
    {chat.hasPast() && (
      <button class="button button-quiet" type="button" onClick={() => chat.look({ at: 'list' })}>
        {own.others}
      </button>
    )}
  </div>
)
