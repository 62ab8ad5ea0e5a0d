import type { Colleague } from '@portico/protocol/auth'
import { Pencil, Star } from 'lucide-react'
import { useState } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { LabelList } from './label-list.tsx'
import styles from './label-list.module.css'
import { NewLabel } from './new-label.tsx'
import { SkillChips } from './skill-chips.tsx'
import { SkillsDialog } from './skills-dialog.tsx'
import { labelsTexts } from './texts.ts'
import { useLabels } from './use-labels.ts'

/** What there is to know, and who knows and speaks what. */
export function ExpertiseScreen() {
  const { labels, skills } = useTexts(labelsTexts)
  const mayEdit = mayAdminister(useMe())
  const isEmpty = useLabels('expertise').length === 0
  const colleagues = useView<'settings'>('settings')?.colleagues ?? []
  return (
    <SettingPage path="expertise">
      <section className={styles['page']} aria-label={labels.expertise}>
        <p>{labels.expertiseText}</p>
        {mayEdit && <NewLabel kind="expertise" />}
        {isEmpty ? (
          <Empty icon={Star} title={labels.noExpertise.title} text={labels.noExpertise.text} />
        ) : (
          <LabelList kind="expertise" mayEdit={mayEdit} />
        )}
      </section>
      <section className={styles['page']} aria-label={skills.people}>
        <h2>{skills.people}</h2>
        <ul className={styles['list']}>
          {colleagues.map((colleague) => (
            <Person key={colleague.id} colleague={colleague} />
          ))}
        </ul>
      </section>
    </SettingPage>
  )
}

function Person({ colleague }: { colleague: Colleague }) {
  const { skills } = useTexts(labelsTexts)
  const me = useMe()
  const [editing, setEditing] = useState(false)
  return (
    <li className={styles['row']}>
      <b>
        <bdi>{colleague.name}</bdi>
      </b>
      <SkillChips operator={colleague.id} />
      {(mayAdminister(me) || me?.id === colleague.id) && (
        <span className={styles['actions']}>
          <Button look="icon" aria-label={skills.editOf(colleague.name)} title={skills.edit} onClick={() => setEditing(true)}>
            <Icon of={Pencil} />
          </Button>
        </span>
      )}
      {editing && <SkillsDialog colleague={colleague} close={() => setEditing(false)} />}
    </li>
  )
}
