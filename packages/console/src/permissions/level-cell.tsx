import type { ChannelId } from '@portico/protocol/ids'
import { LEVELS, type Level } from '@portico/protocol/level-order'
import type { Holder } from '@portico/protocol/levels'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import styles from './permissions.module.css'
import { permissionsTexts } from './texts.ts'

type Props = {
  channel: { id: ChannelId; name: string }
  to: Holder
  called: string
  level: Level | undefined
  /** What the holder has beyond it, and by what. */
  more?: string | undefined
  mayChange: boolean
}

/** The level of one holder in one channel, to be changed in place. */
export function LevelCell({ channel, to, called, level, more, mayChange }: Props) {
  const { permissions: words } = useTexts(permissionsTexts)
  const command = useCommand()
  const shown = level ?? 'none'
  const grant = (chosen: string) =>
    void command({ type: 'channel.grant', channel: channel.id, to, level: LEVELS.find((each) => each === chosen) ?? null })
  return (
    <span className={styles['cell']}>
      {mayChange ? (
        <select
          className={classes(styles['level'], styles[shown])}
          aria-label={words.levelOf(called, channel.name)}
          value={shown}
          onChange={({ target }) => grant(target.value)}
        >
          {(['owner', 'participant', 'observer', 'none'] as const).map((each) => (
            <option key={each} value={each}>
              {words.levels[each]}
            </option>
          ))}
        </select>
      ) : (
        <span className={classes(styles['level'], styles[shown])}>{words.levels[shown]}</span>
      )}
      {more !== undefined && <small>{more}</small>}
    </span>
  )
}
