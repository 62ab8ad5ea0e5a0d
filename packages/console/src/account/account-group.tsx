import type { Me } from '@portico/protocol/auth'
import type { ReactNode } from 'react'
import { NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { object, said, text } from '@portico/protocol/schema'
import { saysNothing } from '@portico/protocol/says-nothing'
import { authTexts } from '../auth/texts.ts'
import { SaveBar } from '../forms/save-bar.tsx'
import { useDraft } from '../forms/use-draft.ts'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Field } from '../parts/field.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import styles from '../parts/settings.module.css'
import { tell } from '../parts/toast.tsx'
import { LanguageField } from './language-field.tsx'
import { PortraitField } from './portrait-field.tsx'
import { accountTexts } from './texts.ts'

const profile = object({ name: said(NAME_CODE_POINTS_MAX), alias: text(NAME_CODE_POINTS_MAX) })

/** Name and role; `children` are what is saved at once, so that the bar stands below all. */
export function AccountGroup({ me, children }: { me: Me; children: ReactNode }) {
  const { roles, shell, form } = useMessages()
  const { settings } = useTexts(accountTexts)
  const { auth } = useTexts(authTexts)
  const command = useCommand()
  const draft = useDraft({
    form: 'profile',
    schema: profile,
    published: { name: me.name, alias: me.alias ?? '' },
    prepare: ({ name, alias }) => ({ name: name.trim(), alias: alias.trim() }),
    publish: async ({ name, alias }) => {
      const commands = [
        ...(name === me.name ? [] : [{ type: 'operator.rename', name } as const]),
        ...(alias === (me.alias ?? '') ? [] : [{ type: 'operator.choose-alias', alias: alias || null } as const]),
      ]
      for (const each of commands) if (!(await command(each))) return 'refused'
      tell(shell.saved)
      return 'published'
    },
  })
  const { name, alias } = draft.value
  return (
    <>
      <SettingsGroup title={settings.you}>
        <Field
          label={settings.name}
          hint={settings.nameHint}
          fault={draft.faults.name && (saysNothing(name) ? auth.checkName : form.unfit)}
          autoComplete="name"
          dir="auto"
          maxLength={80}
          value={name}
          onChange={(event) => draft.change({ name: event.target.value })}
        />
        <Field
          label={settings.alias}
          hint={settings.aliasHint}
          fault={draft.faults.alias && form.unfit}
          autoComplete="nickname"
          dir="auto"
          maxLength={80}
          placeholder={name}
          value={alias}
          onChange={(event) => draft.change({ alias: event.target.value })}
        />
        <dl className={styles['facts']}>
          <dt>{settings.role}</dt>
          <dd>{roles[me.role]}</dd>
        </dl>
      </SettingsGroup>
      <SettingsGroup title={settings.looks} saving={settings.savedAtOnce}>
        <PortraitField me={me} />
        <LanguageField />
      </SettingsGroup>
      {children}
      <SaveBar draft={draft} said={form.unsaved} verb="save" />
    </>
  )
}
