import type { ChannelId } from '@portico/protocol/ids'
import { useTexts } from '../messages/language-context.tsx'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

type Props = {
  known: readonly { id: ChannelId; name: string }[]
  chosen: readonly ChannelId[]
  choose: (chosen: readonly ChannelId[]) => void
}

export function ChannelChoice({ known, chosen, choose }: Props) {
  const { team } = useTexts(teamTexts)
  return (
    <fieldset className={styles['channels']}>
      <legend>{team.inviteChannels}</legend>
      {known.map(({ id, name }) => (
        <label key={id} className={styles['check']}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => choose(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
