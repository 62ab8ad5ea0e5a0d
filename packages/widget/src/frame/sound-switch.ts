import type { OutboxStorage } from '@portico/client/surroundings'

const KEY = 'portico.sound'

/** On until the visitor switches it off; the device remembers. */
export function openSoundSwitch(storage: OutboxStorage) {
  const isOn = () => storage.get(KEY) !== 'off'
  return {
    isOn,
    toggle: () => (isOn() ? storage.set(KEY, 'off') : storage.remove(KEY)),
  }
}
