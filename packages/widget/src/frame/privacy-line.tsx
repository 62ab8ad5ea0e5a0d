import type { ComponentProps } from './component-props.ts'
import { LOCK } from './drawings.ts'
import { Icon } from './icon.tsx'

/** Where one writes for the first time: that it is stored, and the way to what else is. */
export const PrivacyLine = ({ chat, words: { texts } }: ComponentProps) => (
  <p class="private">
    <Icon drawing={LOCK} small />
    <span>
      {texts.stored}{' '}
      <button class="link" type="button" onClick={() => chat.look({ at: 'storing' })}>
        {texts.whatWeStore}
      </button>
    </span>
  </p>
)
