import { mayAdminister, useMe } from '../auth/me-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { SettingsGroup } from '../parts/settings-group.tsx'

/** The way to the log, for those who may read it. */
export function SecurityGroup() {
  const { security } = useMessages()
  if (!mayAdminister(useMe())) return null
  return (
    <SettingsGroup title={security.title} text={security.text}>
      <div>
        <ButtonLink to="/settings/security">{security.show}</ButtonLink>
      </div>
    </SettingsGroup>
  )
}
