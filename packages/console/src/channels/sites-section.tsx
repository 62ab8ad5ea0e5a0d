import { SITES_MAX } from '@portico/protocol/sites'
import { useTexts } from '../messages/language-context.tsx'
import { TextField } from '../parts/field.tsx'
import type { SectionProps } from '../rooms/room.ts'
import styles from './channels.module.css'
import { draftedSites, type DraftedSites } from './drafted-sites.ts'
import { useDrafting } from './drafting.ts'
import { type ChannelsTexts, channelsTexts } from './texts.ts'

const ROWS_MIN = 4

/** Whose pages may carry the chat. */
export function SitesSection({ disabled }: SectionProps) {
  const { draft, change } = useDrafting()
  const { channels } = useTexts(channelsTexts)
  const drafted = draftedSites(draft.sites)
  const isAny = drafted.state === 'whole' && drafted.sites.length === 0
  return (
    <section className={styles['group']} aria-label={channels.sites}>
      <TextField
        label={channels.sitesLabel}
        hint={channels.sitesHint}
        fault={faultOf(drafted, channels)}
        dir="ltr"
        spellCheck={false}
        autoCapitalize="none"
        rows={Math.max(ROWS_MIN, draft.sites.length + 1)}
        disabled={disabled}
        value={draft.sites.join('\n')}
        onChange={(event) => change({ sites: linesOf(event.target.value) })}
      />
      <p role="status">{isAny ? channels.sitesAny : channels.sitesSome}</p>
    </section>
  )
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

function faultOf(drafted: DraftedSites, channels: ChannelsTexts): string | undefined {
  switch (drafted.state) {
    case 'whole':
      return undefined
    case 'too-many':
      return channels.tooManySites(drafted.count, SITES_MAX)
    case 'faulty':
      return channels.siteFault(drafted.line, drafted.written, channels.siteFaults[drafted.fault])
  }
}
