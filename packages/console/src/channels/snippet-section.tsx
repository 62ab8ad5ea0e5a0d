import { useSuspenseQuery } from '@tanstack/react-query'
import { ArrowUpRight } from 'lucide-react'
import { startQuery } from '../auth/start.ts'
import { useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { Icon } from '../parts/icon.tsx'
import { snippet } from '../parts/snippet.ts'
import { address, ownUrl } from '../requests/address.ts'
import type { SectionProps } from '../rooms/room.ts'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'

export function SnippetSection({ channel: { id, options } }: SectionProps) {
  const { sites } = options.channels
  const { channels } = useTexts(channelsTexts)
  const { publicUrl } = useSuspenseQuery(startQuery).data
  return (
    <section className={styles['group']} aria-label={channels.snippet}>
      <p>{channels.snippetText}</p>
      <CopyField
        label={channels.snippet}
        text={snippet(publicUrl && publicUrl !== location.origin ? publicUrl : ownUrl(), id)}
        copy={channels.copy}
        copied={channels.copied}
        rows={2}
      />
      <p>{channels.snippetHint}</p>
      <p>{sites.length === 0 ? channels.sitesAny : channels.sitesOnly(sites.join(', '))}</p>
      {publicUrl === null && <p>{channels.noPublicUrl(ownUrl())}</p>}
      <div>
        <a className={buttonClass({ look: 'line' })} href={address('/preview')} target="_blank" rel="noopener">
          {channels.tryIt}
          <Icon of={ArrowUpRight} size="s" />
        </a>
      </div>
    </section>
  )
}
