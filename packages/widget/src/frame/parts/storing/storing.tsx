import { LOCK } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import styles from './storing.css?inline'
import { texts, type StoringTexts } from './texts.en.ts'

export const part: Part<StoringTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Storing,
}

/** What is stored of a visitor, where, and from when on; docs/privacy.md says it in full. */
const Storing = ({ words, texts: own }: PartProps<StoringTexts>) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll, so the keyboard must reach it
  <div class="pane storing" tabIndex={0} data-first>
    <h3>
      <Icon drawing={LOCK} />
      {words.texts.whatWeStore}
    </h3>
    <p>{own.lead}</p>
    <h4>{own.withUs}</h4>
    <ul>
      <li>{own.said}</li>
      <li>{own.who}</li>
      <li>{own.page}</li>
    </ul>
    <h4>{own.onDevice}</h4>
    <ul>
      <li>{own.key}</li>
      <li>{own.unsent}</li>
    </ul>
    <p>{own.nothing}</p>
  </div>
)
