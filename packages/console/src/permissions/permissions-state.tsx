import { useView } from '../live/use-view.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { permissionsTexts } from './texts.ts'

export function PermissionsState() {
  const { roles } = useMessages()
  const { permissions: words } = useTexts(permissionsTexts)
  const settings = useView<'settings'>('settings')
  return settings ? words.count(Object.keys(roles).length, settings.teams?.length ?? 0) : null
}
