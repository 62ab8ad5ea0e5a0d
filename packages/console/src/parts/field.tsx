import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './field.module.css'

type Props = { label: ReactNode; hint?: ReactNode; fault?: ReactNode }

/** A label, its input, and below it what helps or what is wrong. */
export function Field({ label, hint, fault, ...input }: ComponentProps<'input'> & Props) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={classes(styles['input'], fault !== undefined && styles['wrong'])}
        aria-invalid={fault !== undefined}
        aria-describedby={hint || fault ? `${id}-hint` : undefined}
      />
      <Hint id={`${id}-hint`} hint={hint} fault={fault} />
    </div>
  )
}

export function TextField({ label, hint, fault, ...input }: ComponentProps<'textarea'> & Props) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        {...input}
        id={id}
        className={styles['input']}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint`}
      />
      <Hint id={`${id}-hint`} hint={hint} fault={fault} />
    </div>
  )
}

export function ChoiceField({ label, hint, fault, ...input }: ComponentProps<'select'> & Props) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <select {...input} id={id} className={styles['input']} aria-describedby={hint ? `${id}-hint` : undefined} />
      <Hint id={`${id}-hint`} hint={hint} fault={fault} />
    </div>
  )
}

function Hint({ id, hint, fault }: { id: string; hint: ReactNode; fault: ReactNode }) {
  if (fault !== undefined)
    return (
      <small id={id} className={styles['fault']}>
        {fault}
      </small>
    )
  return hint ? <small id={id}>{hint}</small> : null
}
