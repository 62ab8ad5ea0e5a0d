import { SettingPage } from '../rooms/setting-page.tsx'
import { SignInRulesGroup } from './sign-in-rules-group.tsx'

export function SignInRulesScreen() {
  return (
    <SettingPage path="sign-in-rules">
      <SignInRulesGroup />
    </SettingPage>
  )
}
