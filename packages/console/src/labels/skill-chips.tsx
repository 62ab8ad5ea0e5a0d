import type { OperatorId } from '@portico/protocol/ids'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { LabelChip } from './label-chip.tsx'
import { useLanguageName } from './language-name.ts'
import styles from './label-list.module.css'
import { labelsTexts } from './texts.ts'
import { useLabels, useSkills } from './use-labels.ts'

/** What somebody speaks and knows, to be read. */
export function SkillChips({ operator }: { operator: OperatorId }) {
  const { skills } = useTexts(labelsTexts)
  const { languages, expertise } = useSkills(operator)
  const known = useLabels('expertise').filter(({ id }) => expertise.includes(id))
  const nameOf = useLanguageName()
  if (languages.length === 0 && known.length === 0) return <span className="faint">{skills.nothing}</span>
  return (
    <span className={styles['skills']}>
      {languages.map((language) => (
        <span key={language} className={classes(styles['language'], styles['plain'])}>
          {nameOf(language)}
        </span>
      ))}
      {known.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </span>
  )
}
