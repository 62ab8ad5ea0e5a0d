import { ALERT } from '../../drawings.ts'
import { Icon } from '../../icon.tsx'
import type { Part, PartProps } from '../../part.ts'
import { texts, type StoppedTexts } from './texts.en.ts'

export const part: Part<StoppedTexts> = {
  styles: '',
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => Stopped,
}

/** The server has sent this page away: it says why, and the one thing that helps. */
function Stopped({ chat, texts: own }: PartProps<StoppedTexts>) {
  const outdated = chat.screen().state === 'outdated'
  return (
    <div class="pane pane-form">
      <Icon drawing={ALERT} />
      <p class="lead">{outdated ? own.outdated : own.locked}</p>
      <button
        class="button button-main"
        type="button"
        data-first
        onClick={() => (outdated ? location.reload() : chat.startOver())}
      >
        {outdated ? own.loadAgain : own.startNew}
      </button>
    </div>
  )
}
