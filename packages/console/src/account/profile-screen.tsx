import { useMe } from '../auth/me-context.tsx'
import { SkillsGroup } from '../labels/skills-group.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { AccountGroup } from './account-group.tsx'

/** How colleagues and visitors see one. */
export function ProfileScreen() {
  const me = useMe()
  return (
    <SettingPage path="profile">
      {me ? (
        <AccountGroup me={me}>
          <SkillsGroup operator={me.id} />
        </AccountGroup>
      ) : (
        <Skeleton rows={3} />
      )}
    </SettingPage>
  )
}
