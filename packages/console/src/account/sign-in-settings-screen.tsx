import { useMe } from '../auth/me-context.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { CredentialsGroup } from './credentials-group.tsx'
import { SecondFactorGroup } from './second-factor-group.tsx'

/** What proves that one is oneself. */
export function SignInSettingsScreen() {
  const me = useMe()
  if (!me) return <Skeleton rows={5} />
  return (
    <SettingPage path="sign-in">
      <CredentialsGroup me={me} />
      <SecondFactorGroup me={me} />
    </SettingPage>
  )
}
