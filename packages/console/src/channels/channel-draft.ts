import type { ChannelView, Published } from '@portico/protocol/channels'
import type { ChannelOptions, ConfigureCommand, OptionsByPart } from '@portico/protocol/options'

type Changes = Partial<ChannelOptions>
type Part = keyof OptionsByPart
type Live = Pick<ChannelView, 'id' | 'options' | 'published'>

/** What somebody has changed of a channel's options, and which version of each part he began from. */
export type ChannelDraft = { changes: Changes; begun: Partial<Record<Part, number>> }

export const UNTOUCHED: ChannelDraft = { changes: {}, begun: {} }

export function changed(draft: ChannelDraft, live: Live, more: Changes): ChannelDraft {
  const changes = { ...draft.changes, ...more }
  return { changes, begun: { ...versions(live, touched(live, changes)), ...draft.begun } }
}

/** Of the parts that were changed, what somebody else has published since. */
export function overtaken({ changes, begun }: ChannelDraft, live: Live): readonly Published[] {
  const parts = touched(live, changes)
  return live.published.filter(({ part, version }) => parts.some((each) => each === part && begun[each] !== version))
}

/** Goes on from what is live: others' options stay, but for those that were changed here. */
export const goneOn = ({ changes }: ChannelDraft, live: Live): ChannelDraft => ({
  changes,
  begun: versions(live, touched(live, changes)),
})

/** What has been published of it is no change any more. */
export function without({ changes, begun }: ChannelDraft, live: Live, published: Part): ChannelDraft {
  const rest = Object.fromEntries(Object.entries(changes).filter(([option]) => !(option in live.options[published])))
  const { [published]: _, ...others } = begun
  return { changes: rest, begun: others }
}

/** One for each part that was changed, with these options as a whole. */
export const publishing = ({ changes, begun }: ChannelDraft, live: Live, whole: ChannelOptions): readonly ConfigureCommand[] =>
  touched(live, changes).map((part) => ({
    type: 'channel.configure',
    channel: live.id,
    part,
    options: { ...live.options[part], ...ownOf(live, part, whole) },
    of: begun[part] ?? 0,
  }))

export const allOf = (options: OptionsByPart): ChannelOptions => Object.assign({}, ...Object.values(options)) as ChannelOptions // no two parts have an option of one name

const touched = (live: Live, changes: Changes): readonly Part[] =>
  (Object.keys(live.options) as Part[]).filter((part) => Object.keys(ownOf(live, part, changes)).length > 0) // its own keys

const ownOf = ({ options }: Live, part: Part, of: Changes) =>
  Object.fromEntries(Object.entries(of).filter(([option]) => option in options[part]))

const versions = ({ published }: Live, parts: readonly Part[]) =>
  Object.fromEntries(parts.map((part) => [part, published.find((each) => each.part === part)?.version ?? 0]))
