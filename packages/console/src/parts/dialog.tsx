import { AlertDialog } from '@base-ui/react/alert-dialog'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { Button, buttonClass } from './button.tsx'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

type Props = {
  open: boolean
  close: () => void
  title: ReactNode
  text?: ReactNode
  children?: ReactNode
  foot?: ReactNode
  wide?: boolean
}

/**
 * A question or a look at something, above the page. Escape and a click beside it close it; the focus goes back. It begins at
 * what says `data-first`: autoFocus would be so early that nobody knew any more where the focus had been.
 */
export function Dialog({ open, close, title, text, children, foot, wide = false }: Props) {
  const { shell } = useMessages()
  const popup = useRef<HTMLDivElement>(null)
  return (
    <BaseDialog.Root open={open} onOpenChange={(now) => !now && close()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['backdrop']} />
        <BaseDialog.Popup
          ref={popup}
          initialFocus={() => firstIn(popup)}
          className={classes(styles['popup'], wide && styles['wide'])}
        >
          <header className={styles['head']}>
            <BaseDialog.Title className={styles['title']}>{title}</BaseDialog.Title>
            <BaseDialog.Close className={buttonClass({ look: 'icon' })} aria-label={shell.close}>
              <Icon of={X} />
            </BaseDialog.Close>
          </header>
          {text && <BaseDialog.Description className={styles['text']}>{text}</BaseDialog.Description>}
          {children}
          {foot && <footer className={styles['foot']}>{foot}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

type AskProps = {
  open: boolean
  close: () => void
  title: ReactNode
  text: ReactNode
  action: string
  run: () => void
  danger?: boolean
}

/** Asks before something that cannot be taken back. The focus stands on the action, so that Enter does it. */
export function Ask({ open, close, title, text, action, run, danger = false }: AskProps) {
  const { shell } = useMessages()
  const popup = useRef<HTMLDivElement>(null)
  return (
    <AlertDialog.Root open={open} onOpenChange={(now) => !now && close()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles['backdrop']} />
        <AlertDialog.Popup ref={popup} initialFocus={() => firstIn(popup)} className={styles['popup']}>
          <AlertDialog.Title className={styles['title']}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles['text']}>{text}</AlertDialog.Description>
          <footer className={styles['foot']}>
            <AlertDialog.Close className={buttonClass({ look: 'line' })}>{shell.cancel}</AlertDialog.Close>
            <Button
              look={danger ? 'danger' : 'main'}
              data-first
              onClick={() => {
                close()
                run()
              }}
            >
              {action}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

const firstIn = (popup: RefObject<HTMLElement | null>): HTMLElement | true =>
  popup.current?.querySelector<HTMLElement>('[data-first]') ?? true
