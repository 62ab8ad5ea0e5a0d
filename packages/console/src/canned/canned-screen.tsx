import type { Canned } from '@portico/protocol/canned'
import type { CannedId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { Link, useNavigate } from '@tanstack/react-router'
import { MessageSquareText, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Table } from '../parts/table.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import styles from './canned.module.css'
import { found } from './fitting.ts'
import { SharedWith } from './shared-with.tsx'
import { cannedTexts } from './texts.ts'
import { useCanned } from './use-canned.ts'

const KINDS = ['all', 'mine', 'shared', 'unused'] as const
type Kind = (typeof KINDS)[number]

/** All canned responses that one has. */
export function CannedScreen() {
  const { canned: words } = useTexts(cannedTexts)
  const navigate = useNavigate()
  const all = useCanned()
  const create = () =>
    void navigate({ to: '/settings/canned/$canned', params: { canned: newId<CannedId>() }, search: { fresh: true } })
  return (
    <SettingPage
      path="canned"
      facts={all && words.count(all.length)}
      actions={
        <Button look="main" onClick={create}>
          <Icon of={Plus} size="s" />
          {words.create}
        </Button>
      }
    >
      {all === undefined && <Skeleton rows={6} />}
      {all?.length === 0 && <Empty icon={MessageSquareText} title={words.empty.title} text={words.empty.text} />}
      {all !== undefined && all.length > 0 && <Found all={all} />}
    </SettingPage>
  )
}

function Found({ all }: { all: readonly Canned[] }) {
  const { canned: words } = useTexts(cannedTexts)
  const me = useMyId()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<Kind>('all')
  const isOf: Record<Kind, (canned: Canned) => boolean> = {
    all: () => true,
    mine: ({ by }) => by.id === me,
    shared: ({ sharedWith }) => sharedWith.kind !== 'nobody',
    unused: ({ uses }) => uses === 0,
  }
  const rows = found(all, typed).filter(isOf[kind])
  return (
    <>
      <div className={styles['filters']}>
        <Field label={words.search} type="search" dir="auto" value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Choice
          label={words.which}
          value={kind}
          choose={setKind}
          options={KINDS.map((value) => ({ value, label: `${words.kinds[value]} ${all.filter(isOf[value]).length}` }))}
        />
      </div>
      {rows.length === 0 ? (
        <Empty icon={MessageSquareText} title={words.noneOfThose.title} text={words.noneOfThose.text} />
      ) : (
        <Table
          label={words.title}
          columns={[
            { name: words.shortcutColumn },
            { name: words.whoColumn, narrow: true },
            { name: words.usesColumn, narrow: true },
          ]}
          rows={rows}
          keyOf={({ id }) => id}
          cells={({ id, shortcut, texts, sharedWith, uses }) => [
            <Link key="name" to="/settings/canned/$canned" params={{ canned: id }} className={styles['entry']}>
              <b>::{shortcut}</b>
              <span className="cut" dir="auto">
                {texts[0]?.text}
              </span>
            </Link>,
            <SharedWith key="who" sharedWith={sharedWith} />,
            words.used(uses),
          ]}
        />
      )}
    </>
  )
}
