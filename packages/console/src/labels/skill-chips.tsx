import type { OperatorId } from '@portico/protocol/ids'
import { useTexts } from '../messages/language-context.tsx'
import { classes } from '../parts/classes.ts'
import { useCountryName } from './country-name.ts'
import { LabelChip } from './label-chip.tsx'
import { useLanguageName } from './language-name.ts'
import styles from './label-list.module.css'
import { labelsTexts } from './texts.ts'
import { useLabels, useSkills } from './use-labels.ts'

/** What somebody speaks and knows, to be read. */
export function SkillChips({ operator }: { operator: OperatorId }) {
  const { skills } = useTexts(labelsTexts)
  const { languages, expertise, country } = useSkills(operator)
  const known = useLabels('expertise').filter(({ id }) => expertise.includes(id))
  const nameOf = useLanguageName()
  const countryName = useCountryName()
  if (languages.length === 0 && known.length === 0 && country === null) return <span className="faint">{skills.nothing}</span>
  return (
    <span className={styles['skills']}>
      {languages.map((language) => (
        <span key={language} className={classes(styles['language'], styles['plain'])}>
          {nameOf(language)}
        </span>
      ))}
      {country !== null && <span className={classes(styles['language'], styles['plain'])}>{countryName(country)}</span>}
      {known.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </span>
  )
}
