import type { Colleague } from '@portico/protocol/auth'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { isolated } from '../parts/isolated.ts'
import { SkillsFields } from './skills-fields.tsx'
import { labelsTexts } from './texts.ts'

/** Says of a colleague what he speaks and knows. */
export function SkillsDialog({ colleague, close }: { colleague: Pick<Colleague, 'id' | 'name'>; close: () => void }) {
  const { skills } = useTexts(labelsTexts)
  return (
    <Dialog
      open
      close={close}
      title={skills.editOf(isolated(colleague.name))}
      text={skills.text}
      foot={<Button onClick={close}>{skills.done}</Button>}
    >
      <SkillsFields operator={colleague.id} />
    </Dialog>
  )
}
