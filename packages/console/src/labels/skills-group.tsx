import type { OperatorId } from '@portico/protocol/ids'
import { useTexts } from '../messages/language-context.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'
import { SkillsFields } from './skills-fields.tsx'
import { labelsTexts } from './texts.ts'

/** One's own languages and expertise. */
export function SkillsGroup({ operator }: { operator: OperatorId }) {
  const { skills } = useTexts(labelsTexts)
  return (
    <SettingsGroup title={skills.title} text={skills.text} saving={skills.savedAtOnce}>
      <SkillsFields operator={operator} />
    </SettingsGroup>
  )
}
