import type { Part, PartProps } from '../../part.ts'
import { openHistory } from './history.ts'
import { texts, type EarlierTexts } from './texts.en.ts'

const AHEAD = '200px'

/** Above the first line: fetches the page before it when it comes into sight. */
export const part: Part<EarlierTexts> = {
  styles: '',
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: (chat) => {
    const history = openHistory(chat)
    const watcher = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && void history.loadOlder(),
      { rootMargin: AHEAD },
    )
    // Watched anew at each drawing, so that a page which leaves the top in sight is followed by the next.
    const watch = (mark: Element | null) => {
      watcher.disconnect()
      if (mark && history.state() === 'more') watcher.observe(mark)
    }
    return ({ texts: own }: PartProps<EarlierTexts>) => {
      const state = history.state()
      return (
        <div ref={(mark) => watch(mark)} class="older">
          {state === 'loading' && own.earlier}
          {state === 'failed' && (
            <span>
              {own.earlierFailed}{' '}
              <button class="link" type="button" onClick={() => void history.loadOlder()}>
                {own.tryAgain}
              </button>
            </span>
          )}
        </div>
      )
    }
  },
}
