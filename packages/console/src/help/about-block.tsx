import { useMayWork } from '../conversations/use-may-work.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { LabelChip } from '../labels/label-chip.tsx'
import { useLabels } from '../labels/use-labels.ts'
import type { ViewProps } from '../rooms/room.ts'
import styles from './about-block.module.css'
import { labelsIn } from './fits.ts'
import { LabelPicker } from './label-picker.tsx'
import { helpTexts } from './texts.ts'

/** What the conversation is about, and what it needs. */
export function AboutBlock({ view }: ViewProps) {
  const { about } = useTexts(helpTexts)
  const command = useCommand()
  const mayWork = useMayWork(view)
  const labels = labelsIn(view.labels ?? [], useLabels())
  return (
    <section className={styles['block']} aria-label={about.title}>
      <h3>{about.title}</h3>
      <div className={styles['labels']}>
        {labels.length === 0 && <span className="faint">{about.none}</span>}
        {labels.map((label) => (
          <LabelChip
            key={label.id}
            label={label}
            remove={
              mayWork ? () => void command({ type: 'conversation.unlabel', conversation: view.id, label: label.id }) : undefined
            }
          />
        ))}
        {mayWork && <LabelPicker conversation={view.id} chosen={view.labels ?? []} />}
      </div>
    </section>
  )
}
