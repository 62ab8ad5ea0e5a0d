import type { Label } from '@portico/protocol/labels'
import { Star, X } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import styles from './label-chip.module.css'
import { labelsTexts } from './texts.ts'

type Props = { label: Pick<Label, 'kind' | 'name' | 'tint'>; remove?: (() => void) | undefined; small?: boolean }

/** A tag in its colour; an expertise bears a star, so that nobody has to tell colours apart. */
export function LabelChip({ label: { kind, name, tint }, remove, small = false }: Props) {
  const { labels } = useTexts(labelsTexts)
  return (
    <span className={classes(styles['chip'], styles[`tint${tint}`], small && styles['small'])}>
      {kind === 'expertise' && (
        <>
          <Icon of={Star} size="xs" />
          <span className="hidden">{labels.expertise} </span>
        </>
      )}
      <bdi className="cut">{name}</bdi>
      {remove && (
        <button type="button" className={styles['remove']} aria-label={labels.removeOf(name)} onClick={remove}>
          <Icon of={X} size="xs" />
        </button>
      )}
    </span>
  )
}
