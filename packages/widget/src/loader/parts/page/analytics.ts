const POLL_MS = 200
const POLLS_MAX = 50

/** The visitor's id at the site's own tracker. A page that says it has one is waited for; nothing waits for the answer. */
export function readAnalyticsId({ polls, found }: { polls: number; found: (id: string) => void }): void {
  const queue = window['_paq']
  if (queue) {
    queue.push([
      function (this: { getVisitorId: () => string }) {
        found(this.getVisitorId())
      },
    ])
  } else if (polls > 0) {
    setTimeout(() => readAnalyticsId({ polls: polls - 1, found }), POLL_MS)
  }
}

export const pollsFor = (tracker: string | undefined): number => (tracker === 'matomo' ? POLLS_MAX : 0)
