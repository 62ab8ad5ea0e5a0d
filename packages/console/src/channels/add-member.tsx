import type { Colleague } from '@portico/protocol/auth'
import type { ChannelId } from '@portico/protocol/ids'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { tell } from '../parts/toast.tsx'
import styles from './channels.module.css'
import { channelsTexts } from './texts.ts'

/** Makes a colleague a member. */
export function AddMember({ channel, others }: { channel: ChannelId; others: readonly Colleague[] }) {
  const { channels: words } = useTexts(channelsTexts)
  const command = useCommand()
  const [chosen, setChosen] = useState('')
  const colleague = others.find(({ id }) => id === chosen)
  const add = async ({ id, name }: Colleague) => {
    if (await command({ type: 'channel.join', channel, operator: id })) tell(words.added(name))
  }
  return (
    <div className={styles['member']}>
      <ChoiceField
        label={words.addMember}
        hint={words.addMemberText}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{words.chooseColleague}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <div className={styles['memberActions']}>
        <Button look="main" disabled={!colleague} onClick={() => colleague && void add(colleague)}>
          {words.add}
        </Button>
      </div>
    </div>
  )
}
