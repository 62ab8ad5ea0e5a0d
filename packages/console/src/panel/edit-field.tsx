import type { ConversationView, Written } from '@portico/protocol/conversations'
import { NOBODY } from '@portico/protocol/nobody'
import { type KeyboardEvent, useId } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { isolated } from '../parts/isolated.ts'
import styles from './edit-field.module.css'
import { panelTexts } from './texts.ts'
import { useEdit } from './use-edit.ts'

export type EditedField = keyof Written

type Props = { view: ConversationView; field: EditedField; label: string; max: number; rows?: number }

/** Something known of the visitor, written down where it stands: kept when one leaves the field, forgotten by Escape. */
export function EditField({ view, field, label, max, rows }: Props) {
  const { context } = useTexts(panelTexts)
  const id = useId()
  const kept = keptIn(view, field)
  const { text, fault, write, keep, forget, overwrite } = useEdit({ view, field, kept })
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      forget()
    }
    if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) keep()
  }
  const shared = {
    id,
    className: classes(styles['input'], fault !== undefined && styles['wrong']),
    dir: 'auto',
    value: text,
    maxLength: max,
    placeholder: context.unknown,
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
    onBlur: keep,
    onKeyDown: pressed,
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div>
        {rows === undefined ? (
          <input {...shared} type={TYPES[field]} onChange={(event) => write(event.target.value)} />
        ) : (
          <textarea {...shared} rows={rows} onChange={(event) => write(event.target.value)} />
        )}
        {fault?.state === 'no-address' && (
          <small id={`${id}-fault`} role="alert">
            {context.noAddress}
          </small>
        )}
        {fault?.state === 'changed' && (
          <small id={`${id}-fault`} role="alert">
            {context.changedBy(isolated(fault.by), isolated(kept))}
            <button type="button" onClick={forget}>
              {context.takeTheirs}
            </button>
            <button type="button" onClick={overwrite}>
              {context.keepMine}
            </button>
          </small>
        )}
      </div>
    </>
  )
}

const TYPES: Partial<Record<EditedField, string>> = { email: 'email', phone: 'tel' }

function keptIn({ visitor, person = NOBODY }: ConversationView, field: EditedField): string {
  return { name: visitor.name, email: visitor.email, phone: person.phone, comments: person.comments }[field] ?? ''
}
