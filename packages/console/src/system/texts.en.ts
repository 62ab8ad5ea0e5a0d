import { pluralIn } from '../messages/plural.ts'

const plural = pluralIn('en')

/** What happens later: what waits, what failed and why. */
export const texts = {
  system: {
    title: 'System',
    text: 'What Portico does after a message or a change: follow-ups, what is due later, mails. See what could not be done, and try it again.',
    allDone: 'All is done',
    somethingFailed: 'Something was given up',
    which: 'Which to show',
    states: {
      parked: (count: string) => `Given up (${count})`,
      failing: (count: string) => `Failing (${count})`,
      waiting: (count: string) => `Waiting (${count})`,
    },
    moreThan: (count: string) => `over ${count}`,
    explained: {
      parked: 'Tried for the last time. Nothing more happens until you try it again or drop it.',
      failing: 'Failed, and tried again by itself at the time shown.',
      waiting: 'Not begun, or due at the time shown.',
    },
    kinds: { reaction: 'Follow-up', due: 'Due', delivery: 'Delivery' },
    what: 'What',
    why: 'Why',
    when: 'When',
    tries: (count: number) => `${count} ${plural(count, { one: 'try', other: 'tries' })}`,
    actions: 'Actions',
    retry: 'Try again',
    retryOf: (what: string) => `Try ${what} again`,
    retried: 'It is tried again now',
    drop: 'Drop',
    dropOf: (what: string) => `Drop ${what}`,
    dropAsk: (what: string) => `Drop ${what}?`,
    dropText: 'It will not be done, and cannot be brought back.',
    dropped: 'It has been dropped',
    paused: (destination: string, until: string) => `No connection to ${destination}. Next try: ${until}.`,
    refresh: 'Look again',
    older: 'Show older',
    failed: 'What waits could not be loaded',
    empty: {
      parked: { title: 'Nothing was given up', text: 'Everything that was to be done has been done, or is being tried.' },
      failing: { title: 'Nothing fails', text: 'Nothing has to be tried again at present.' },
      waiting: { title: 'Nothing waits', text: 'Everything that was to be done has been done.' },
    },
  },
}
