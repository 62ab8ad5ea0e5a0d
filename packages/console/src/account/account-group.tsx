import type { Me } from '@portico/protocol/auth'
import { type FormEvent, useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { tell } from '../parts/toast.tsx'
import styles from '../parts/settings.module.css'
import { SettingsGroup } from '../parts/settings-group.tsx'

export function AccountGroup({ me }: { me: Me }) {
  const { settings, roles, auth } = useMessages()
  const command = useCommand()
  const [name, setName] = useState(me.name)
  const wished = name.trim()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (wished !== '' && wished !== me.name && (await command({ type: 'operator.rename', name: wished }))) tell(settings.saved)
  }
  return (
    <SettingsGroup title={settings.you}>
      <form className={styles['name']} onSubmit={(event) => void save(event)}>
        <Field
          label={settings.name}
          hint={settings.nameHint}
          fault={wished === '' ? auth.checkName : undefined}
          autoComplete="name"
          dir="auto"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={wished === '' || wished === me.name}>
          {settings.save}
        </Button>
      </form>
      <dl className={styles['facts']}>
        <dt>{settings.role}</dt>
        <dd>{roles[me.role]}</dd>
      </dl>
    </SettingsGroup>
  )
}
