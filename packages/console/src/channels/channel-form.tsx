import type { ChannelView } from '@portico/protocol/channels'
import { channelOptions, type ChannelOptions } from '@portico/protocol/options'
import { type ReactNode, useState } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import type { Kept } from '../forms/draft.ts'
import { SaveBar } from '../forms/save-bar.tsx'
import { useDraft } from '../forms/use-draft.ts'
import { useLive } from '../live/live-context.tsx'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Page } from '../parts/page.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { useMedia } from '../parts/use-media.ts'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { Drawn } from '../rooms/drawn.tsx'
import type { ChannelSection } from '../rooms/room.ts'
import { correctedAppearance, countChanges } from './changes.ts'
import styles from './channels.module.css'
import { draftedSites } from './drafted-sites.ts'
import { DraftingContext, type Standing } from './drafting.ts'
import { previewOf } from './preview-state.ts'
import { allOf, newestBy, publishing, versionsOf } from './publishing.ts'
import { SectionLinks } from './section-links.tsx'
import { channelsTexts } from './texts.ts'
import { WidgetPreview } from './widget-preview.tsx'

/** Wide enough for something beside the tab, as in channels.module.css. */
const ROOMY = '(min-width: 1280px)'

type Props = { channel: ChannelView; sections: readonly ChannelSection[]; section: ChannelSection; back: ReactNode }

/** The options are drafted over all sections and go live together. */
export function ChannelForm({ channel, sections, section, back }: Props) {
  const { shell } = useMessages()
  const { channels: words } = useTexts(channelsTexts)
  const me = useMe()
  const may = useMay()
  const allowed = may('channels')
  const publish = usePublishing(channel)
  const live = allOf(channel.options)
  const draft = useDraft({
    form: `channel.${channel.id}`,
    schema: channelOptions,
    published: live,
    versionOf: (changed) => versionsOf(channel, changed),
    prepare: asPublished,
    publish,
  })
  const { value } = draft
  const [standing, show] = useState<Standing>()
  const isRoomy = useMedia(ROOMY)
  const given = { channel, disabled: !allowed }
  const aside = section.aside?.shownWith(value) && (
    <Drawn of={section.aside.load} with={given} meanwhile={<Skeleton rows={4} />} />
  )
  return (
    <DraftingContext value={{ draft: value, change: draft.change, faults: draft.faults, show }}>
      <div className={styles['settings']}>
        <Page title={<bdi>{channel.options.channels.name}</bdi>} back={back}>
          <SectionLinks channel={channel.id} sections={sections} current={section} />
          {!allowed && <p className={styles['only']}>{shell.forbidden}</p>}
          <Drawn of={section.load} with={given} meanwhile={<Skeleton rows={4} />} />
          {!isRoomy && aside}
          {allowed && (
            <SaveBar draft={draft} said={words.changes(countChanges(live, value))} by={newestBy(channel, draft.others, me?.id)} />
          )}
        </Page>
        {isRoomy && aside ? (
          <aside className={styles['aside']}>{aside}</aside>
        ) : (
          <WidgetPreview
            key={section.key}
            channel={channel.id}
            options={{ ...value, appearance: correctedAppearance(value.appearance) }}
            first={previewOf(section.key)}
            standing={standing}
          />
        )}
      </div>
    </DraftingContext>
  )
}

function usePublishing(channel: ChannelView) {
  const messages = useMessages()
  const { channels: words } = useTexts(channelsTexts)
  const live = useLive()
  return async (options: ChannelOptions, kept: Kept<ChannelOptions>) => {
    for (const command of publishing(channel, kept, options)) {
      const outcome = await live.send(command)
      // Who it was arrives with what he has published.
      if (!outcome.ok && outcome.refused === 'changed') return 'changed'
      if (!outcome.ok) {
        tell(messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
        return 'refused'
      }
    }
    tell(words.published)
    return 'published'
  }
}

/** The options as they would go live: trimmed, with colours that can be read, each site once. */
function asPublished(draft: ChannelOptions): ChannelOptions {
  const drafted = draftedSites(draft.sites)
  return {
    ...draft,
    name: draft.name.trim(),
    appearance: correctedAppearance(draft.appearance),
    sites: drafted.state === 'whole' ? drafted.sites : draft.sites,
  }
}
