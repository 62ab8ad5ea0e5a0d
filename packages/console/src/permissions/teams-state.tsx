import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { permissionsTexts } from './texts.ts'

export function TeamsState() {
  const { teams: words } = useTexts(permissionsTexts)
  const settings = useView<'settings'>('settings')
  if (!settings) return null
  const count = settings.teams?.length ?? 0
  return count === 0 ? words.none : words.count(count)
}
