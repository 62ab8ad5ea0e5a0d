import type { ComponentProps } from './component-props.ts'

/** The server has sent this page away: it says why, and the one thing that helps. */
export function Stopped({ chat, words: { texts }, outdated }: ComponentProps & { outdated: boolean }) {
  return (
    <div class="pane pane-form">
      <p class="lead">{outdated ? texts.outdated : texts.locked}</p>
      <button
        class="button button-main"
        type="button"
        data-first
        onClick={() => (outdated ? location.reload() : chat.startOver())}
      >
        {outdated ? texts.loadAgain : texts.startNew}
      </button>
    </div>
  )
}
