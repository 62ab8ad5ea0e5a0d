import type { ChannelId } from '@portico/protocol/ids'
import type { ChannelOptions, ConfigureCommand, OptionsByPart } from '@portico/protocol/options'
import type { Outcome } from '@portico/protocol/outcome'
import { findChannel } from '@portico/server/channels/reads'
import type { Store } from '@portico/server/store'

type Configuring = { server: { store: Pick<Store, 'reads'> }; channel: ChannelId; changes: Partial<ChannelOptions> }

/** What publishes these options over those that are live, one command for each part they belong to. */
export async function configuring({ server, channel, changes }: Configuring): Promise<ConfigureCommand[]> {
  const found = await findChannel(server.store.reads, channel)
  if (!found) throw new Error(`there is no channel ${channel}`)
  const parts = Object.entries(found.byPart) as [keyof OptionsByPart, OptionsByPart[keyof OptionsByPart]][] // its own entries
  return parts.flatMap(([part, live]) => {
    const changed = Object.fromEntries(Object.entries(changes).filter(([option]) => option in live))
    if (Object.keys(changed).length === 0) return []
    const of = found.published.find((each) => each.part === part)?.version ?? 0
    return [{ type: 'channel.configure', channel, part, options: { ...live, ...changed }, of }]
  })
}

/** The same, sent; the answer is that of the first part that is refused. */
export async function configure(
  send: (command: ConfigureCommand) => Promise<Outcome>,
  configured: Configuring,
): Promise<Outcome> {
  for (const command of await configuring(configured)) {
    const outcome = await send(command)
    if (!outcome.ok) return outcome
  }
  return { ok: true }
}
