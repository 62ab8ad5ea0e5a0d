import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useMessages } from '../messages/language-context.tsx'
import { Icon } from './icon.tsx'
import styles from './told.module.css'

const TOLD_MS = 6000
const told = Toast.createToastManager()

/** Says something in passing: what was done, or why it was not. */
export function tell(text: string, kind: 'done' | 'failed' = 'done'): void {
  told.add({ title: text, type: kind, timeout: TOLD_MS, priority: kind === 'failed' ? 'high' : 'low' })
}

export function Told() {
  return (
    <Toast.Provider toastManager={told} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles['viewport']}>
          <ToldList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToldList() {
  const { shell } = useMessages()
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles['toast']} data-kind={toast.type}>
      <Toast.Title render={<p />} className={styles['text']} />
      <Toast.Close className={styles['close']} aria-label={shell.dismiss}>
        <Icon of={X} size="s" />
      </Toast.Close>
    </Toast.Root>
  ))
}
