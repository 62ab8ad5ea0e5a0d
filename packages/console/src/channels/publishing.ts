import type { ChannelView } from '@portico/protocol/channels'
import type { OperatorId } from '@portico/protocol/ids'
import type { ChannelOptions, ConfigureCommand, OptionsByPart } from '@portico/protocol/options'
import type { Kept } from '../forms/draft.ts'

type Changes = Partial<ChannelOptions>
type Part = keyof OptionsByPart
type Live = Pick<ChannelView, 'id' | 'options' | 'published'>

/** One command for each part that was changed, with these options as a whole, and the version its draft began from. */
export const publishing = (
  live: Live,
  { of, changed }: Kept<ChannelOptions>,
  whole: ChannelOptions,
): readonly ConfigureCommand[] =>
  touched(live, changed).map((part) => ({
    type: 'channel.configure',
    channel: live.id,
    part,
    options: { ...live.options[part], ...ownOf(live, part, whole) },
    of: Number(of[part] ?? 0),
  }))

/** Of each part that was changed, which version is live. */
export const versionsOf = (live: Live, changes: Changes): Record<string, number> =>
  Object.fromEntries(
    touched(live, changes).map((part) => [part, live.published.find((each) => each.part === part)?.version ?? 0]),
  )

/** Which other person has published one of these parts last. */
export function newestBy({ published }: Live, parts: readonly string[], me: OperatorId | undefined): string | undefined {
  const [newest] = published.filter(({ part }) => parts.includes(part)).toSorted((one, other) => other.at - one.at)
  return newest?.by?.id === me ? undefined : newest?.by?.name
}

export const allOf = (options: OptionsByPart): ChannelOptions => Object.assign({}, ...Object.values(options)) as ChannelOptions // no two parts have an option of one name

const touched = (live: Live, changes: Changes): readonly Part[] =>
  (Object.keys(live.options) as Part[]).filter((part) => Object.keys(ownOf(live, part, changes)).length > 0) // its own keys

const ownOf = ({ options }: Live, part: Part, of: Changes) =>
  Object.fromEntries(Object.entries(of).filter(([option]) => option in options[part]))
