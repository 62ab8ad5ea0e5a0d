import { configure } from './configure.ts'
import type { Cast } from './cast.ts'
import { MAIN } from './person.ts'
import type { Site } from './site.ts'

/** No conversation ends by itself: for what looks at days in which nobody says anything. */
export async function lastForEver(site: Site, { run, root }: Cast): Promise<void> {
  const changes = { endsAfterQuietMs: 0, endsAfterGoneMs: 0 }
  const outcome = await configure((command) => run(command, root.actor), { ...site, channel: MAIN, changes })
  if (!outcome.ok) throw new Error(`not published: ${outcome.refused}`)
}
