import type { Words } from '../messages/words.ts'

/** The shape of what is coming. */
export const Skeleton = ({ words: { texts } }: { words: Words }) => (
  <div class="pane skeleton" role="status" aria-label={texts.loading}>
    <i />
    <i />
    <i />
  </div>
)
