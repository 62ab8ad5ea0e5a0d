import { useConsoleTitle } from '../app/use-console-title.ts'
import { useMe } from '../auth/me-context.tsx'
import { SessionList } from './session-list.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { Page } from '../parts/page.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SecurityGroup } from '../security/security-group.tsx'
import { AccountGroup } from './account-group.tsx'
import { CredentialsGroup } from './credentials-group.tsx'
import { DeviceGroup } from './device-group.tsx'
import { SecondFactorGroup } from './second-factor-group.tsx'
import { SignInRulesGroup } from '../security/sign-in-rules-group.tsx'

/** One's own account, this browser, and where one is signed in. */
export function SettingsScreen() {
  const { screens } = useMessages()
  useConsoleTitle(screens.settings)
  const me = useMe()
  if (!me) return <Skeleton rows={5} />
  return (
    <Page title={screens.settings}>
      <AccountGroup key={me.name} me={me} />
      <CredentialsGroup me={me} />
      <SecondFactorGroup me={me} />
      {me.role === 'owner' && <SignInRulesGroup />}
      <DeviceGroup />
      <SessionList />
      <SecurityGroup />
    </Page>
  )
}
