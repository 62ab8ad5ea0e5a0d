import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { failureText, reasonOf } from '../requests/request-failure.ts'
import styles from './auth-page.module.css'
import { authTexts } from './texts.ts'

type Props = {
  action: string
  busy: boolean
  error: unknown
  /** Says what is wrong in the words of this screen; undefined leaves it to the common ones. */
  explain: (reason: string) => string | undefined
  /** Reasons that stand at a field instead. */
  atFields?: readonly string[]
  submit: () => boolean
  /** Inside something that has a frame of its own. */
  bare?: boolean
  children: ReactNode
}

/** A form that lets somebody in. When something is missing, the first wrong field takes the focus. */
export function EntryForm({ action, busy, error, explain, atFields = [], submit, bare = false, children }: Props) {
  const messages = useMessages()
  const { auth } = useTexts(authTexts)
  const form = useRef<HTMLFormElement>(null)
  // Whoever enters is nobody yet, so nothing is forbidden to him: the page alone is, by its address.
  const explained = (reason = '') => (reason === 'forbidden' ? auth.otherOrigin(location.origin) : explain(reason))
  const toFault = () => requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  const submitted = (event: FormEvent) => {
    event.preventDefault()
    if (!busy && !submit()) toFault()
  }
  const atField = atFields.includes(reasonOf(error) ?? '')
  useEffect(() => {
    if (atField) toFault()
  }, [error, atField])
  return (
    <form ref={form} className={classes(styles['form'], bare && styles['bare'])} onSubmit={submitted} noValidate>
      {error !== null && error !== undefined && !atField && (
        <p className={styles['fault']} role="alert">
          {explained(reasonOf(error)) ?? failureText(messages, error)}
        </p>
      )}
      {children}
      <Button type="submit" look="main" className={styles['submit']} aria-disabled={busy}>
        {action}
      </Button>
    </form>
  )
}
