import { highest, type Level } from '@portico/protocol/level-order'

/**
 * What each level may do. Outside a conversation the level is the one the channel gives; inside, the one joined or switched to.
 * `unless-last`: only while another operator contributes. `if-invited`: only who came by invitation.
 */
export const PERMITTED = {
  outside: {
    accept: { observer: 'no', participant: 'no', owner: 'yes' },
    start: { observer: 'no', participant: 'yes', owner: 'yes' },
    'move-request': { observer: 'no', participant: 'yes', owner: 'yes' },
    'join-as-observer': { observer: 'yes', participant: 'yes', owner: 'yes' },
    'join-as-participant': { observer: 'no', participant: 'yes', owner: 'yes' },
  },
  inside: {
    read: { observer: 'yes', participant: 'yes', owner: 'yes' },
    download: { observer: 'yes', participant: 'yes', owner: 'yes' },
    invite: { observer: 'yes', participant: 'yes', owner: 'yes' },
    write: { observer: 'no', participant: 'yes', owner: 'yes' },
    close: { observer: 'no', participant: 'yes', owner: 'yes' },
    'make-ticket': { observer: 'no', participant: 'yes', owner: 'yes' },
    'change-channel': { observer: 'no', participant: 'yes', owner: 'yes' },
    'be-seen-by-customer': { observer: 'no', participant: 'yes', owner: 'yes' },
    leave: { observer: 'yes', participant: 'unless-last', owner: 'unless-last' },
    'switch-to-observer': { observer: 'no', participant: 'if-invited-unless-last', owner: 'if-invited-unless-last' },
    'switch-to-participant': { observer: 'if-invited', participant: 'no', owner: 'no' },
  },
} as const satisfies Record<'outside' | 'inside', Record<string, Record<Level, Condition>>>

export type OutsideDeed = keyof typeof PERMITTED.outside
export type InsideDeed = keyof typeof PERMITTED.inside
type Condition = 'yes' | 'no' | 'unless-last' | 'if-invited' | 'if-invited-unless-last'

/** A holder is an operator, a team or a role. */
type Grant<Holder extends string> = { to: Holder; level: Level }
export type Grants<Holder extends string> = { channel: 'default' } | { channel: 'other'; grants: readonly Grant<Holder>[] }

/** The level a channel gives to somebody who is all of these holders. */
export function levelOn<Holder extends string>(grants: Grants<Holder>, holders: readonly Holder[]): Level | undefined {
  if (grants.channel === 'default') return 'owner'
  return highest(grants.grants.filter(({ to }) => holders.includes(to)).map(({ level }) => level))
}

export function mayFromOutside(deed: OutsideDeed, channelLevel: Level | undefined): boolean {
  return channelLevel !== undefined && PERMITTED.outside[deed][channelLevel] === 'yes'
}
