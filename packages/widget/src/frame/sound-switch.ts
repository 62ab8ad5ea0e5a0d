import type { OutboxStorage } from '@portico/client/surroundings'

const KEY = 'portico.sound'

export type SoundSwitch = { isOn: () => boolean; toggle: () => void }

/** On until the visitor switches it off; the device remembers. */
export function openSoundSwitch(storage: OutboxStorage): SoundSwitch {
  const isOn = () => storage.get(KEY) !== 'off'
  return {
    isOn,
    toggle: () => (isOn() ? storage.set(KEY, 'off') : storage.remove(KEY)),
  }
}
