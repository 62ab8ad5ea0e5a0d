import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useMessages } from '../messages/language-context.tsx'
import { buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast.module.css'

const SHOWN_MS = 6000
/** Longer where something can be done about it. */
const UNDOABLE_MS = 20_000
const toasts = Toast.createToastManager()

/** Says something in passing: what was done, or why it was not. */
export function tell(text: string, kind: 'done' | 'failed' = 'done'): void {
  toasts.add({ title: text, type: kind, timeout: SHOWN_MS, priority: kind === 'failed' ? 'high' : 'low' })
}

/** The same, of what can be undone. */
export function tellUndoable(text: string, undo: { label: string; run: () => void }): void {
  const id = toasts.add({
    title: text,
    type: 'done',
    timeout: UNDOABLE_MS,
    // One of high priority is read out at once, and hidden from those who would press its button.
    priority: 'low',
    actionProps: {
      children: undo.label,
      onClick: () => {
        toasts.close(id)
        undo.run()
      },
    },
  })
}

export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles['viewport']}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { shell } = useMessages()
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles['toast']} data-kind={toast.type}>
      <Toast.Title render={<p />} className={styles['text']} />
      {toast.actionProps && <Toast.Action className={buttonClass({ look: 'line', small: true })} />}
      <Toast.Close className={styles['close']} aria-label={shell.dismiss}>
        <Icon of={X} size="s" />
      </Toast.Close>
    </Toast.Root>
  ))
}
