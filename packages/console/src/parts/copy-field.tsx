import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './copy-field.module.css'
import { Icon } from './icon.tsx'

type Props = { label: string; text: string; copy: string; copied: string; rows?: number; onCopy?: () => void }

const SHOWN_MS = 2000

/** Something to take along: it can be selected as a whole, and copied by a button. */
export function CopyField({ label, text, copy, copied, rows = 1, onCopy }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [done, setDone] = useState(false)
  const take = async () => {
    field.current?.select()
    // Over plain http the browser offers no clipboard; the old command copies what is selected.
    if (navigator.clipboard) await navigator.clipboard.writeText(text)
    else document.execCommand('copy')
    setDone(true)
    onCopy?.()
    setTimeout(() => setDone(false), SHOWN_MS)
  }
  return (
    <div className={styles['copy']}>
      <label htmlFor={id} className="hidden">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className={styles['text']}
        readOnly
        rows={rows}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <Button look={done ? 'line' : 'main'} onClick={() => void take()}>
        <Icon of={done ? Check : Copy} size="s" />
        <span role="status">{done ? copied : copy}</span>
      </Button>
    </div>
  )
}
