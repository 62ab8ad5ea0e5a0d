import type { Texts } from './texts.ts'

export const textsEn: Texts = {
  title: (visitor) => `Conversation with ${visitor}`,
  visitor: 'Visitor',
  operator: 'Operator',
  note: 'note',
  began: (when) => `Begun ${when}`,
  zone: (zone) => `Times in ${zone}`,
  printed: (by, when) => `Printed by ${by}, ${when}`,
  leftOut: 'Earlier lines are left out.',
  notices: {
    joined: (by) => `${by} joined`,
    left: (by) => `${by} left`,
    moved: (by) => (by ? `${by} moved it to another channel` : 'Moved to another channel'),
    closed: (by) => (by ? `${by} ended the conversation` : 'The conversation has ended'),
    expired: () => 'It ended by itself: nobody had written for a while',
    reopened: (by) => (by ? `${by} took the conversation up again` : 'The conversation was taken up again'),
    'bear-with-us': () => 'The visitor was asked to bear with us',
  },
}
