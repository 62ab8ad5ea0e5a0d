import { useState } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import type { ActionName } from './actions.ts'
import { LETTERS } from './key-action.ts'
import styles from './key-list.module.css'
import { useAction } from './use-action.ts'

/** All keys, asked for with `?`. */
export function KeyList() {
  const { keys, actions } = useMessages()
  const [open, setOpen] = useState(false)
  useAction('keys', () => setOpen(true))
  const rows: readonly { name: string; keys: readonly string[] }[] = [
    { name: actions.palette, keys: [keys.control, 'K'] },
    ...letters().map(([letter, action]) => ({ name: actions[action], keys: [letter.toUpperCase()] })),
    { name: keys.send, keys: [keys.enter] },
    { name: keys.breakLine, keys: [keys.shift, keys.enter] },
    { name: `${actions.unread}, ${keys.inComposer}`, keys: [keys.tab] },
    { name: actions.escape, keys: [keys.escape] },
  ]
  return (
    <Dialog open={open} close={() => setOpen(false)} title={keys.title} text={keys.text}>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={keys.title}>
        <dl className={styles['keys']}>
          {rows.map((row) => (
            <div key={row.name}>
              <dt>{row.name}</dt>
              <dd>
                <span className="hidden">{row.keys.join(' + ')}</span>
                {row.keys.map((key) => (
                  <KeyCap key={key} name={key} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}

const letters = (): [string, ActionName][] => Object.entries(LETTERS)
