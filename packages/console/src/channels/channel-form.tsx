import type { ChannelView } from '@portico/protocol/channels'
import type { ChannelOptions } from '@portico/protocol/options'
import { type ReactNode, useState } from 'react'
import { mayAdminister, useMe } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Page } from '../parts/page.tsx'
import { tell } from '../parts/toast.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { coloursAreWhole, correctedAppearance, countChanges } from './changes.ts'
import { allOf, changed, goneOn, overtaken, publishing, UNTOUCHED, without } from './channel-draft.ts'
import styles from './channels.module.css'
import { draftedSites } from './drafted-sites.ts'
import { GeneralSection } from './general-section.tsx'
import { IntroductionSection } from './introduction-section.tsx'
import { MembersSection } from './members-section.tsx'
import { OvertakenNote } from './overtaken-note.tsx'
import { SectionLinks } from './section-links.tsx'
import type { ChannelSection } from './sections.ts'
import { SitesSection } from './sites-section.tsx'
import { SnippetSection } from './snippet-section.tsx'
import { WidgetPreview } from './widget-preview.tsx'

/** What a section gets: the options as drafted, and a way to change them. */
export type Drafting = { draft: ChannelOptions; change: (change: Partial<ChannelOptions>) => void; disabled: boolean }

/** The options are drafted over all sections and go live together. */
export function ChannelForm({ channel, section, back }: { channel: ChannelView; section: ChannelSection; back: ReactNode }) {
  const { channels: words } = useMessages()
  const command = useCommand()
  const allowed = mayAdminister(useMe())
  const [begun, setBegun] = useState(UNTOUCHED)
  const live = allOf(channel.options)
  const draft = { ...live, ...begun.changes }
  const count = countChanges(live, draft)
  const [sending, setSending] = useState(false)
  const others = sending ? [] : overtaken(begun, channel)
  const discard = () => setBegun(UNTOUCHED)
  const drafting: Drafting = {
    draft,
    change: (change) => setBegun(changed(begun, channel, change)),
    disabled: !allowed || sending,
  }
  const drafted = draftedSites(draft.sites)
  const whole = coloursAreWhole(draft.appearance) && draft.name.trim() !== '' && drafted.state === 'whole'
  const publish = async () => {
    if (drafted.state !== 'whole') return
    const { sites } = drafted
    const options = { ...draft, name: draft.name.trim(), appearance: correctedAppearance(draft.appearance), sites }
    setSending(true)
    let left = begun
    for (const each of publishing(begun, channel, options)) {
      if (!(await command(each))) break
      left = without(left, channel, each.part)
    }
    setBegun(left)
    setSending(false)
    if (Object.keys(left.changes).length === 0) tell(words.published)
  }
  return (
    <div className={styles['settings']}>
      <Page title={<bdi>{channel.options.channels.name}</bdi>} back={back}>
        <SectionLinks channel={channel.id} />
        {!allowed && <p className={styles['only']}>{words.forbidden}</p>}
        <OvertakenNote overtaken={others} takeTheirs={discard} keepOwn={() => setBegun(goneOn(begun, channel))} />
        <Section section={section} channel={channel} drafting={drafting} />
        {allowed && (
          <footer className={styles['save']}>
            <span role="status">{count > 0 ? words.changes(count) : words.saved}</span>
            <Button look="plain" disabled={count === 0} onClick={discard}>
              {words.discard}
            </Button>
            <Button look="main" disabled={count === 0 || !whole || sending || others.length > 0} onClick={() => void publish()}>
              {words.publish}
            </Button>
          </footer>
        )}
      </Page>
      <WidgetPreview options={{ ...draft, appearance: correctedAppearance(draft.appearance) }} />
    </div>
  )
}

function Section({ section, channel, drafting }: { section: ChannelSection; channel: ChannelView; drafting: Drafting }) {
  switch (section) {
    case 'general':
      return <GeneralSection {...drafting} />
    case 'appearance':
      return <AppearanceSection {...drafting} />
    case 'introduction':
      return <IntroductionSection {...drafting} />
    case 'members':
      return <MembersSection channel={channel} />
    case 'sites':
      return <SitesSection {...drafting} />
    case 'snippet':
      return <SnippetSection channel={channel.id} sites={channel.options.channels.sites} />
  }
}
