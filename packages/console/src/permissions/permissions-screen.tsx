import { useNavigate, useSearch } from '@tanstack/react-router'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { LevelMatrix } from './level-matrix.tsx'
import { RightMatrix } from './right-matrix.tsx'
import { permissionsTexts } from './texts.ts'

/** Rights by role, and levels by channel: who may do what. */
export function PermissionsScreen() {
  const { permissions: words } = useTexts(permissionsTexts)
  const settings = useView<'settings'>('settings')
  const { by = 'role' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = (
    <Choice
      label={words.by}
      options={[
        { value: 'role', label: words.views.role },
        { value: 'channel', label: words.views.channel },
      ]}
      value={by === 'channel' ? 'channel' : 'role'}
      choose={(chosen) =>
        void navigate({ to: '/settings/permissions', search: chosen === 'channel' ? { by: 'channel' } : {}, replace: true })
      }
    />
  )
  return (
    <SettingPage path="permissions" actions={view}>
      {settings === undefined ? (
        <Skeleton rows={6} />
      ) : by === 'channel' ? (
        <LevelMatrix settings={settings} />
      ) : (
        <RightMatrix settings={settings} />
      )}
    </SettingPage>
  )
}
