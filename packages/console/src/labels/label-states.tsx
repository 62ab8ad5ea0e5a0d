import { useTexts } from '../messages/language-context.tsx'
import { labelsTexts } from './texts.ts'
import { useAllSkills, useLabels } from './use-labels.ts'

export function TagsState() {
  const { labels } = useTexts(labelsTexts)
  return labels.tags(useLabels('tag').length)
}

export function ExpertiseState() {
  const { labels } = useTexts(labelsTexts)
  const languages = new Set(useAllSkills().flatMap((skills) => skills.languages))
  return labels.state(useLabels('expertise').length, languages.size)
}
