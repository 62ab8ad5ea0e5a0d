import { SettingPage } from '../rooms/setting-page.tsx'
import { DeviceGroup } from './device-group.tsx'
import { SessionList } from './session-list.tsx'

/** What this browser remembers, and where else one is signed in. */
export function DeviceScreen() {
  return (
    <SettingPage path="device">
      <DeviceGroup />
      <SessionList />
    </SettingPage>
  )
}
