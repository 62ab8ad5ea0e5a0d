/** Every "no" a command can get. */
export const REFUSALS = {
  invalid: 'the command is not of the protocol',
  stale: 'the command id is older than 7 days, and nothing was done under it; `now` is the time of the server',
  early: 'the command id is of a time to come, and nothing was done under it; `now` is the time of the server',
  'id-reused': 'the command id was used for something else',
  'not-found': 'there is no such thing, or it is not yours to know of',
  forbidden: 'the actor may not do this',
  taken: 'another operator has accepted it; `by` names who',
  full: 'there is no room for one more: there are as many as there may be at once',
  closed: 'the conversation has ended',
  alone: 'the visitor would be left with nobody',
  away: 'whoever is meant cannot be reached at the moment',
  'not-accepted': 'nobody has accepted the request yet',
  changed: 'somebody else has published meanwhile; `by` names who, where it is known',
  exists: 'a thing with that name or id is there already, or another conversation of that visitor is open',
  'switched-off': 'the chat is switched off, or this direction of it',
  identified: 'the visitor was identified as somebody else: whoever is identified now is another visitor',
  unidentified: 'nobody writes here whom the site has not identified',
  'last-owner': 'an installation keeps at least one owner',
  'second-factor': 'the account must have a second factor first',
  retry: 'not now; send the same command again after `afterMs`',
  error: 'the server failed; nothing was done',
} as const

export type RefusalReason = keyof typeof REFUSALS
