import type { ChannelId } from '@portico/protocol/ids'
import { makeAccount } from './account.ts'
import { MAIN, operator, type Operator, type Place } from './person.ts'
import type { StaffedSite } from './site.ts'

type Wanted = { channels?: readonly ChannelId[]; on?: Place }

/** One more operator; `on` is another node than the site's own. */
export const enlist = async (site: StaffedSite, name: string, { channels = [MAIN], on = site }: Wanted = {}): Promise<Operator> =>
  operator(on, name, await makeAccount(site, { name, role: 'operator', channels, by: site.owner }))
