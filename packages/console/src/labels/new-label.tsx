import type { LabelId } from '@portico/protocol/ids'
import { LABEL_NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import type { LabelKind } from '@portico/protocol/labels'
import { newId } from '@portico/protocol/new-id'
import { saysNothing } from '@portico/protocol/says-nothing'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import styles from './label-list.module.css'
import { labelsTexts } from './texts.ts'
import { TintChoice } from './tint-choice.tsx'
import { freshTint } from './tints.ts'
import { useLabels } from './use-labels.ts'

/** Makes one more of a kind. */
export function NewLabel({ kind }: { kind: LabelKind }) {
  const { labels } = useTexts(labelsTexts)
  const known = useLabels(kind)
  const command = useCommand()
  const [name, setName] = useState('')
  const [tint, setTint] = useState<number>()
  const isTaken = known.some((label) => label.name.toLowerCase() === name.trim().toLowerCase())
  const chosen = tint ?? freshTint(known)
  const make = async () => {
    if (saysNothing(name) || isTaken) return
    if (!(await command({ type: 'label.make', label: newId<LabelId>(), kind, name: name.trim(), tint: chosen }))) return
    setName('')
    setTint(undefined)
  }
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Field
        label={kind === 'tag' ? labels.newTag : labels.newExpertise}
        fault={isTaken ? labels.taken : undefined}
        dir="auto"
        maxLength={LABEL_NAME_CODE_POINTS_MAX}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TintChoice label={labels.colour} value={chosen} choose={setTint} />
      <Button look="main" type="submit" disabled={saysNothing(name) || isTaken}>
        {labels.add}
      </Button>
    </form>
  )
}
