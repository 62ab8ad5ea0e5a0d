import { type ReactNode } from 'react'
import { useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import styles from './save-bar.module.css'
import type { Draft } from './use-draft.ts'

type Props = {
  /** Whether it goes live or is only kept. */
  verb?: 'publish' | 'save'
  draft: Pick<Draft<object>, 'state' | 'faults' | 'publish' | 'goOn' | 'discard'>
  /** What is changed and not published, in words. */
  said: ReactNode
  /** Who has published meanwhile, where it is known. */
  by?: string | undefined
}

/** At the foot of a form: how it stands, and what can be done about it. Whoever leaves with changes is asked. */
export function SaveBar({ draft: { state, faults, publish, goOn, discard }, said, by, verb = 'publish' }: Props) {
  const { form } = useMessages()
  const touched = state !== 'untouched'
  const faulty = Object.keys(faults).length > 0
  return (
    <footer className={styles['bar']}>
      {state === 'changed' ? (
        <p className={styles['changed']} role="alert">
          <b>{by === undefined ? form.changed : form.changedBy(by)}</b> {form.changesKept}
        </p>
      ) : (
        <span role="status">{touched ? said : form[verb].done}</span>
      )}
      <Button look="plain" disabled={!touched || state === 'publishing'} onClick={discard}>
        {form.discard}
      </Button>
      {state === 'changed' ? (
        <Button look="main" onClick={goOn}>
          {form.goOn}
        </Button>
      ) : (
        <Button look="main" disabled={!touched || faulty || state === 'publishing'} onClick={publish}>
          {form[verb].action}
        </Button>
      )}
      <LeaveDialog asks={touched && state !== 'publishing'} discard={discard} />
    </footer>
  )
}
