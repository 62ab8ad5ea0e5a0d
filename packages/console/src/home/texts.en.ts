import { pluralIn } from '../messages/plural.ts'

const plural = pluralIn('en')

/** What goes on now, and how today goes. */
export const texts = {
  home: {
    title: 'Home',
    at: (when: string, zone: string) => `${when}, ${zone}`,
    which: 'Of which channels',
    mine: 'My channels',
    all: 'All channels',
    figures: 'Today',
    conversations: 'Conversations today',
    missed: 'Missed',
    firstAnswer: 'Median first answer',
    none: '–',
    more: (count: string, weekday: string) => `${count} on last ${weekday} at this time`,
    before: (value: string, weekday: string) => `last ${weekday} ${value}`,
    first: 'The first week: nothing to compare with yet',
    failed: 'The figures of today could not be loaded.',
    queue: 'Queue',
    channel: 'Channel',
    waiting: 'Waiting',
    longest: 'Longest',
    available: 'Available',
    availableOf: (there: string, all: string) => `${there} of ${all}`,
    notMine: 'Not one of yours',
    membership: 'Join or leave',
    active: 'Active conversations',
    needs: 'Which active conversations',
    everything: 'All',
    visitorWaits: (count: string) => `Visitor waits ${count}`,
    visitor: 'Visitor',
    with: 'With',
    turn: 'Turn',
    for: 'For',
    open: 'Open',
    openOf: (name: string) => `Open the conversation with ${name}`,
    waits: (time: string) => `waits ${time}`,
    visitorsTurn: 'visitor’s turn',
    nobodyActive: 'Nobody is in a conversation at the moment.',
    nobodyWaits: 'Nobody here waits for an answer.',
    capped: 'The oldest of each channel are shown.',
    operators: 'Operators',
    operatorsThere: (there: string, all: string) => `${there} of ${all} can take conversations`,
    you: 'you',
    holds: (count: number) => `in ${count} ${plural(count, { one: 'conversation', other: 'conversations' })}`,
    byHour: 'By hour',
    byHourText: (weeks: number, weekday: string) =>
      weeks === 0
        ? 'Today'
        : weeks === 1
          ? `Today, dashes are last ${weekday}`
          : `Today, dashes are the mean of ${weeks} ${weekday}s`,
    asTable: 'As a table',
    asPicture: 'As a picture',
    hour: 'Hour',
    today: 'Today',
    usual: 'Usual',
  },
}
