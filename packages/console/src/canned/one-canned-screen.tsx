import { type Canned, type CannedDraft, cannedDraft } from '@portico/protocol/canned'
import type { CannedId } from '@portico/protocol/ids'
import { CANNED_SHORTCUT_MAX } from '@portico/protocol/limits'
import type { RefusalReason } from '@portico/protocol/refusals'
import { useParams, useSearch } from '@tanstack/react-router'
import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { SaveBar } from '../forms/save-bar.tsx'
import { useDraft } from '../forms/use-draft.ts'
import { useLive } from '../live/live-context.tsx'
import { useNow } from '../live/use-now.ts'
import { useFormat, useLanguage, useMessages, useTexts } from '../messages/language-context.tsx'
import { BackLink } from '../parts/back-link.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Page } from '../parts/page.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { tell } from '../parts/toast.tsx'
import { refusalText } from '../requests/request-failure.ts'
import { useScreenTitle } from '../rooms/screen-title.ts'
import { ReadsLike } from './reads-like.tsx'
import { RemoveCanned } from './remove-canned.tsx'
import { SharingField } from './sharing-field.tsx'
import { cannedTexts } from './texts.ts'
import { TextsField } from './texts-field.tsx'
import { useCanned } from './use-canned.ts'

type Shown = Pick<Canned, 'id' | 'version' | 'mayChange' | 'uses' | 'usedAt' | 'by'> & CannedDraft

/** One canned response: how it is found, who has it, what it says. */
export function OneCannedScreen() {
  const { canned: words } = useTexts(cannedTexts)
  const id = useParams({ strict: false }).canned as CannedId // the name in the path
  const { fresh } = useSearch({ strict: false }) as { fresh?: boolean } // as the room declares it
  const language = useLanguage()
  const me = useMyId()
  const all = useCanned()
  const found = all?.find((each) => each.id === id)
  useScreenTitle(found ? `::${found.shortcut}` : words.create)
  if (!all) return <Skeleton rows={6} />
  if (!found && !fresh)
    return (
      <Empty icon={MessageSquareText} title={words.gone.title} text={words.gone.text} failure>
        <ButtonLink to="/settings/canned">{words.back}</ButtonLink>
      </Empty>
    )
  const nothing: Shown = {
    id,
    version: 0,
    shortcut: '',
    texts: [{ language, text: '' }],
    sharedWith: { kind: 'nobody' },
    by: { id: me, name: '' },
    mayChange: true,
    uses: 0,
    usedAt: null,
  }
  return <CannedForm key={id} canned={found ?? nothing} />
}

function CannedForm({ canned }: { canned: Shown }) {
  const { canned: words } = useTexts(cannedTexts)
  const { shell } = useMessages()
  const me = useMyId()
  const { shortcut, texts, sharedWith } = canned
  const draft = useDraft({
    form: `canned.${canned.id}`,
    schema: cannedDraft,
    published: { shortcut, texts, sharedWith },
    versionOf: (changed): Record<string, number> => (Object.keys(changed).length === 0 ? {} : { canned: canned.version }),
    publish: useSaving(canned),
  })
  const { value, change, faults } = draft
  const [wished, setWished] = useState('')
  const chosen = value.texts.some(({ language }) => language === wished) ? wished : (value.texts[0]?.language ?? '')
  return (
    <Page
      title={canned.version === 0 ? words.create : <bdi>::{shortcut}</bdi>}
      back={<BackLink to="/settings/canned" label={words.back} />}
      facts={canned.version > 0 && <Uses canned={canned} />}
    >
      <fieldset disabled={!canned.mayChange}>
        {!canned.mayChange && <p>{shell.forbidden}</p>}
        <SettingsGroup title={words.found} {...(canned.by.id !== me && { text: words.of(canned.by.name) })}>
          <Field
            label={words.shortcut}
            hint={words.shortcutHint}
            fault={value.shortcut !== '' && faults.shortcut ? words.shortcutFault : undefined}
            maxLength={CANNED_SHORTCUT_MAX}
            autoCapitalize="off"
            spellCheck={false}
            value={value.shortcut}
            onChange={({ target }) => change({ shortcut: target.value.replace(/^:+/, '') })}
          />
          <SharingField
            value={value.sharedWith}
            change={(next) => change({ sharedWith: next })}
            isFaulty={faults.sharedWith !== undefined}
          />
        </SettingsGroup>
        <SettingsGroup title={words.text}>
          <TextsField texts={value.texts} change={(next) => change({ texts: next })} chosen={chosen} choose={setWished} />
          <ReadsLike text={value.texts.find(({ language }) => language === chosen)?.text ?? ''} />
        </SettingsGroup>
      </fieldset>
      {canned.version > 0 && canned.mayChange && <RemoveCanned canned={canned} />}
      {canned.mayChange && <SaveBar verb="save" draft={draft} said={words.unsaved} />}
    </Page>
  )
}

function Uses({ canned: { uses, usedAt } }: { canned: Shown }) {
  const { canned: words } = useTexts(cannedTexts)
  const format = useFormat()
  const now = useNow()
  return usedAt === null ? words.never : words.usedIn(uses, format.ago(usedAt, now) ?? words.justNow)
}

function useSaving({ id, version }: Shown) {
  const messages = useMessages()
  const { canned: words } = useTexts(cannedTexts)
  const live = useLive()
  const whyNot: Partial<Record<RefusalReason, string>> = { exists: words.taken, full: words.full }
  return async (value: CannedDraft, { of }: { of: Readonly<Record<string, string | number>> }) => {
    const outcome = await live.send({ type: 'canned.write', canned: id, version: Number(of['canned'] ?? version), ...value })
    if (!outcome.ok && outcome.refused === 'changed') return 'changed' as const
    if (!outcome.ok) {
      tell(whyNot[outcome.refused] ?? messages.failure.command(refusalText(messages, outcome.refused)), 'failed')
      return 'refused' as const
    }
    tell(words.saved)
    return 'published' as const
  }
}
