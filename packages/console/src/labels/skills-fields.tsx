import type { LabelId, OperatorId } from '@portico/protocol/ids'
import type { Skills } from '@portico/protocol/labels'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useLanguage, useTexts } from '../messages/language-context.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { useCountries } from './country-name.ts'
import { LabelChip } from './label-chip.tsx'
import styles from './label-list.module.css'
import { OFFERED_LANGUAGES, useLanguageName } from './language-name.ts'
import { labelsTexts } from './texts.ts'
import { useLabels, useSkills } from './use-labels.ts'

/** What somebody speaks and knows; each change holds at once. */
export function SkillsFields({ operator }: { operator: OperatorId }) {
  const told = useSkills(operator)
  const command = useCommand()
  // What has been said and not been answered yet: the next change is one of that.
  const [said, setSaid] = useState<Skills>()
  const { languages, expertise, country } = said ?? told
  const set = async (changed: Partial<Skills>) => {
    const next = { operator, languages, expertise, country, ...changed }
    setSaid(next)
    await command({ type: 'skills.set', ...next, country: next.country ?? undefined })
    setSaid((newest) => (newest === next ? undefined : newest))
  }
  return (
    <>
      <Languages spoken={languages} set={(spoken) => void set({ languages: spoken })} />
      <Country of={country} set={(home) => void set({ country: home })} />
      <Expertise known={expertise} set={(known) => void set({ expertise: known })} />
    </>
  )
}

function Languages({ spoken, set }: { spoken: readonly string[]; set: (spoken: string[]) => void }) {
  const { labels, skills } = useTexts(labelsTexts)
  const nameOf = useLanguageName()
  const language = useLanguage()
  const offered = OFFERED_LANGUAGES.filter((tag) => !spoken.includes(tag)).sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), language),
  )
  return (
    <div className={styles['field']} role="group" aria-label={skills.languages}>
      <b>{skills.languages}</b>
      <span className={styles['skills']}>
        {spoken.length === 0 && <span className="faint">{skills.noLanguage}</span>}
        {spoken.map((tag) => (
          <span key={tag} className={styles['language']}>
            {nameOf(tag)}
            <button
              type="button"
              aria-label={labels.removeOf(nameOf(tag))}
              onClick={() => set(spoken.filter((each) => each !== tag))}
            >
              <Icon of={X} size="xs" />
            </button>
          </span>
        ))}
      </span>
      <ChoiceField
        label={skills.addLanguage}
        hint={skills.languagesHint}
        value=""
        onChange={({ target }) => target.value !== '' && set([...spoken, target.value])}
      >
        <option value="" />
        {offered.map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </ChoiceField>
    </div>
  )
}

function Country({ of, set }: { of: string | null; set: (country: string | null) => void }) {
  const { skills } = useTexts(labelsTexts)
  return (
    <div className={styles['field']}>
      <ChoiceField
        label={skills.country}
        hint={skills.countryHint}
        value={of ?? ''}
        onChange={({ target }) => set(target.value === '' ? null : target.value)}
      >
        <option value="">{skills.noCountry}</option>
        {useCountries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </ChoiceField>
    </div>
  )
}

function Expertise({ known, set }: { known: readonly LabelId[]; set: (known: LabelId[]) => void }) {
  const { skills } = useTexts(labelsTexts)
  const offered = useLabels('expertise')
  return (
    <div className={styles['field']} role="group" aria-label={skills.expertise}>
      <b>{skills.expertise}</b>
      {offered.length === 0 && <small>{skills.noExpertise}</small>}
      {offered.map((label) => (
        <label key={label.id} className={styles['check']}>
          <input
            type="checkbox"
            checked={known.includes(label.id)}
            onChange={({ target }) => set(target.checked ? [...known, label.id] : known.filter((each) => each !== label.id))}
          />
          <LabelChip label={label} />
        </label>
      ))}
    </div>
  )
}
