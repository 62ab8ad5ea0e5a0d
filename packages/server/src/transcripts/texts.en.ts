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
    'joined-as-observer': (by) => `${by} joined as an observer`,
    'switched-to-observer': (by) => `${by} switched to observing`,
    'switched-to-participant': (by) => `${by} switched to taking part`,
    invited: (by, whom) => `${by} invited ${whom}`,
    declined: (by) => `${by} declined the invitation`,
    'handed-over': (by, whom) => `${by} handed it over to ${whom}`,
  },
}
