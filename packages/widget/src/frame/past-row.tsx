import type { ComponentProps } from './component-props.ts'
import { CLOCK, NEXT } from './drawings.ts'
import { Icon } from './icon.tsx'

/** The way to what was said before, where there is any. */
export const PastRow = ({ chat, words: { texts } }: ComponentProps) =>
  chat.hasPast() ? (
    <button class="past-row" type="button" onClick={() => chat.look({ at: 'list' })}>
      <Icon drawing={CLOCK} />
      <span>{texts.earlierOnes}</span>
      <Icon drawing={NEXT} />
    </button>
  ) : null
