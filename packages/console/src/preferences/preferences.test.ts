import { expect, test } from 'vitest'
import { DEFAULT_PREFERENCES, readPreferences } from './preferences.ts'

test('[CO31] what is kept is what was chosen', () => {
  const chosen = {
    language: 'fr',
    theme: 'dark',
    sound: false,
    repeats: true,
    shortcuts: false,
    channels: 'all',
    order: 'newest-last',
    places: ['one', 'two'],
  } as const
  expect(readPreferences(JSON.stringify(chosen))).toEqual(chosen)
})

test('[CO31] whatever else lies under the key, the console starts', () => {
  for (const stored of [
    null,
    '',
    'null',
    '[]',
    '{"theme":"pink","language":"xx","sound":"loud","order":"up","places":{}}',
    '{',
    '"x"',
  ])
    expect(readPreferences(stored)).toEqual(DEFAULT_PREFERENCES)
})
