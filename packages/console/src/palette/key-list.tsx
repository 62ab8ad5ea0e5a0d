import { useState } from 'react'
import { useAction } from '../actions/use-action.ts'
import { useLetters } from '../actions/use-letters.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import { useActionName } from '../rooms/use-action-name.ts'
import styles from './key-list.module.css'
import { paletteTexts } from './texts.ts'

/** All keys, asked for with `?`. */
export function KeyList() {
  const { keys } = useTexts(paletteTexts)
  const called = useActionName()
  const letters = useLetters()
  const [open, setOpen] = useState(false)
  useAction('keys', () => setOpen(true))
  const rows: readonly { name: string; keys: readonly string[] }[] = [
    { name: called('palette'), keys: [keys.control, 'K'] },
    ...[...letters].map(([letter, action]) => ({ name: called(action), keys: [letter.toUpperCase()] })),
    { name: keys.send, keys: [keys.enter] },
    { name: keys.breakLine, keys: [keys.shift, keys.enter] },
    { name: `${called('unread')}, ${keys.inComposer}`, keys: [keys.tab] },
    { name: called('escape'), keys: [keys.escape] },
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
