import type { Label, LabelKind } from '@portico/protocol/labels'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { isolated } from '../parts/isolated.ts'
import { LabelChip } from './label-chip.tsx'
import styles from './label-list.module.css'
import { LabelName } from './label-name.tsx'
import { labelsTexts } from './texts.ts'
import { TintChoice } from './tint-choice.tsx'
import { useKnownBy } from './use-known-by.ts'
import { useLabels } from './use-labels.ts'

/** All of a kind, each as it looks, with its name and colour to be changed where they stand. */
export function LabelList({ kind, mayEdit }: { kind: LabelKind; mayEdit: boolean }) {
  const [removing, setRemoving] = useState<Label>()
  const { labels } = useTexts(labelsTexts)
  const command = useCommand()
  return (
    <>
      <ul className={styles['list']}>
        {useLabels(kind).map((label) => (
          <LabelRow key={label.id} label={label} mayEdit={mayEdit} remove={() => setRemoving(label)} />
        ))}
      </ul>
      <Ask
        open={removing !== undefined}
        close={() => setRemoving(undefined)}
        title={labels.removeAsk(isolated(removing?.name ?? ''))}
        text={labels.removeText}
        action={labels.remove}
        run={() => removing && void command({ type: 'label.remove', label: removing.id })}
        danger
      />
    </>
  )
}

type Props = { label: Label; mayEdit: boolean; remove: () => void }

function LabelRow({ label, mayEdit, remove }: Props) {
  const { labels } = useTexts(labelsTexts)
  const command = useCommand()
  const change = (changed: Partial<Pick<Label, 'name' | 'tint'>>) =>
    void command({ type: 'label.change', label: label.id, name: label.name, tint: label.tint, ...changed })
  return (
    <li className={styles['row']}>
      {mayEdit ? <LabelName label={label} change={(name) => change({ name })} /> : <LabelChip label={label} />}
      {label.kind === 'expertise' && <KnownBy label={label} />}
      <span className={styles['actions']}>
        {mayEdit && <TintChoice label={labels.colourOf(label.name)} value={label.tint} choose={(tint) => change({ tint })} />}
        {mayAdminister(useMe()) && (
          <Button look="icon" aria-label={labels.removeOf(label.name)} title={labels.remove} onClick={remove}>
            <Icon of={Trash2} />
          </Button>
        )}
      </span>
    </li>
  )
}

function KnownBy({ label }: { label: Label }) {
  const { labels } = useTexts(labelsTexts)
  const format = useFormat()
  const names = useKnownBy(label.id)
  return <small className={styles['known']}>{names.length === 0 ? labels.knownByNobody : <bdi>{format.list(names)}</bdi>}</small>
}
