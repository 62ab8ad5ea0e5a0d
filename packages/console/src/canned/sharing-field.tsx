import type { CannedSharedWith } from '@portico/protocol/canned'
import { maySupervise } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import styles from './canned.module.css'
import { cannedTexts } from './texts.ts'

type Props = { value: CannedSharedWith; change: (value: CannedSharedWith) => void; isFaulty: boolean }

/** Who has it: oneself, those of some channels, or everybody. */
export function SharingField({ value, change, isFaulty }: Props) {
  const { canned } = useTexts(cannedTexts)
  const me = useMe()
  const settings = useView<'settings'>('settings')
  const everybody = maySupervise(me)
  const chosen = value.kind === 'channels' ? value.channels : []
  const offered = (settings ? liveChannels(settings) : []).filter(
    ({ id }) => everybody || chosen.includes(id) || me?.channels.includes(id),
  )
  const kinds = ['nobody', 'channels', ...(everybody || value.kind === 'everybody' ? (['everybody'] as const) : [])] as const
  return (
    <div className={styles['sharing']}>
      <b>{canned.who}</b>
      <Choice
        label={canned.who}
        value={value.kind}
        choose={(kind) => change(kind === 'channels' ? { kind, channels: offered.slice(0, 1).map(({ id }) => id) } : { kind })}
        options={kinds.map((kind) => ({ value: kind, label: canned.sharing[kind] }))}
      />
      {value.kind === 'channels' &&
        offered.map(({ id, name }) => (
          <label key={id} className={styles['check']}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                change({ kind: 'channels', channels: target.checked ? [...chosen, id] : chosen.filter((each) => each !== id) })
              }
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      {isFaulty && <small className={styles['fault']}>{canned.noChannel}</small>}
      {!everybody && <small>{canned.onlySupervisors}</small>}
    </div>
  )
}
