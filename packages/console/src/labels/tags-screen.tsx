import { Tag } from 'lucide-react'
import { useTexts } from '../messages/language-context.tsx'
import { Empty } from '../parts/empty.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { LabelList } from './label-list.tsx'
import styles from './label-list.module.css'
import { NewLabel } from './new-label.tsx'
import { labelsTexts } from './texts.ts'
import { useLabels } from './use-labels.ts'

/** The tags of the site. */
export function TagsScreen() {
  const { labels } = useTexts(labelsTexts)
  const isEmpty = useLabels('tag').length === 0
  return (
    <SettingPage path="tags">
      <div className={styles['page']}>
        <p>{labels.tagsText}</p>
        <NewLabel kind="tag" />
        {isEmpty ? <Empty icon={Tag} title={labels.empty.title} text={labels.empty.text} /> : <LabelList kind="tag" mayEdit />}
      </div>
    </SettingPage>
  )
}
