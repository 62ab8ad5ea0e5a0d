import type { ComponentProps } from './component-props.ts'
import { Icon } from './icon.tsx'

export const Ended = ({ visit, words: { texts } }: ComponentProps) => (
  <div class="ended">
    <h3>{texts.endedTitle}</h3>
    <p class="lead">{texts.endedText}</p>
    <button class="button button-main" type="button" data-first onClick={visit.startAnew}>
      <Icon name="chat" />
      {texts.startNew}
    </button>
  </div>
)
