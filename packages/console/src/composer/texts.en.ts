import { pluralIn } from '../messages/plural.ts'

const plural = pluralIn('en')

/** Where one writes. */
export const texts = {
  composer: {
    accept: 'Accept',
    kind: 'What to write',
    reply: 'Reply',
    note: 'Note',
    whisper: 'Whisper',
    replyTo: (name: string) => `Reply to ${name}`,
    noteFor: 'Note to the other operators',
    answeringAs: (name: string) => `Answering as ${name}`,
    joins: 'You join this conversation by writing',
    neverSeen: 'The visitor never sees notes',
    enter: 'Enter sends',
    enterSaves: 'Enter saves',
    tab: 'Tab goes to the oldest unread',
    send: 'Send',
    saveNote: 'Save note',
    placeholderReply: 'Write a reply',
    placeholderNote: 'Write a note',
    unsent: 'You had begun an answer',
    unsentNote: 'Save as a note',
    copy: 'Copy',
    copied: 'Copied',
    discard: 'Discard',
    left: (count: number) => `${count} ${plural(count, { one: 'character', other: 'characters' })} left`,
    over: (count: number) => `${count} ${plural(count, { one: 'character', other: 'characters' })} too many`,
  },
}
