import type { Embedding, Part } from '../../../embedding.ts'
import { languageOf } from '../../../messages/locale.ts'
import { loaderTexts } from '../../../messages/loader-texts.ts'
import { buttonLabel } from '../../button-label.ts'
import { element } from '../../element.ts'
import { countLabel } from './count-label.ts'
import styles from './count.css?inline'
import { countTexts } from './texts.ts'

/** More would be wider than the button. */
const SHOWN_MAX = 99

/** How many messages are unread, at the button and in its words. */
export function openCount(embedding: Embedding): Part {
  const { launcher, config } = embedding
  const { addStyles, button } = launcher
  addStyles(styles)
  return {
    draw: () => {
      const { unread } = embedding.widget
      button.querySelector('span')?.remove()
      if (unread) button.append(element('span', {}, unread > SHOWN_MAX ? `${SHOWN_MAX}+` : `${unread}`))
      const language = languageOf(embedding.locale)
      const label = buttonLabel(config.staffed, loaderTexts[language])
      button.ariaLabel = countLabel({ label, unread, texts: countTexts[language] })
    },
  }
}
