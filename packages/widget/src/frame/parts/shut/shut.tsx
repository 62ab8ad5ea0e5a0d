import { ALERT } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import styles from './shut.css?inline'
import { texts, type ShutTexts } from './texts.en.ts'

export const part: Part<ShutTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Shut,
}

/** Where one would write: that nobody can, at the moment. */
const Shut = ({ chat, texts: own }: PartProps<ShutTexts>) => (
  <div class="pane shut" role="status">
    <Icon drawing={ALERT} />
    <p>{chat.lobby().begins === 'off' ? own.off : own.notNow}</p>
  </div>
)
