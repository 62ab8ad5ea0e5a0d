import { expect, test } from 'vitest'
import { autoOpen, type AutoOpen, type Circumstances } from './auto-open.ts'

const shownAt = Date.UTC(2026, 4, 4, 9)
const vera: Circumstances = {
  action: { type: 'open-itself', delaySeconds: 5 },
  widgetAvailable: true,
  screen: 'large',
  conversation: 'none',
  shownAt,
}
const stays = (why: string) => ({ state: 'stays', why })

test.each<[string, Partial<Circumstances>, number, object]>([
  ['at once', {}, 0, { state: 'waits', forMs: 5_000 }],
  ['a moment too early', {}, 4_999, { state: 'waits', forMs: 1 }],
  ['when the delay has passed', {}, 5_000, { state: 'opens' }],
  ['long after', {}, 60_000, { state: 'opens' }],
  ['at once, without delay', { action: { type: 'open-itself' } }, 0, { state: 'opens' }],
  ['with half a second', { action: { type: 'open-itself', delaySeconds: 0.5 } }, 499, { state: 'waits', forMs: 1 }],
  ['where the rule shows only', { action: { type: 'show' } }, 5_000, stays('not-asked')],
  ['where the rule notifies only', { action: { type: 'show-with-notification' } }, 5_000, stays('not-asked')],
  ['where the rule hides', { action: { type: 'hide' } }, 5_000, stays('not-asked')],
])('[CH15][B11] opening %s', (_when, more, afterMs, expected) => {
  expect(autoOpen({ ...vera, ...more }, shownAt + afterMs)).toEqual(expected)
})

test.each<[string, Partial<Circumstances>, string]>([
  ['[CH16] it opened itself a year ago', { openedItselfAt: shownAt - 365 * 86_400_000 }, 'opened-before'],
  ['[CH16] it opened itself at the beginning of time', { openedItselfAt: 0 }, 'opened-before'],
  ['[CH17] the screen is small', { screen: 'small' }, 'small-screen'],
  ['[CH17] the widget is unavailable', { widgetAvailable: false }, 'widget-unavailable'],
  ['[CH17] a conversation is open', { conversation: 'open' }, 'conversation-open'],
])('[B11] it stays shut, whatever the delay: %s', (_name, more, why) => {
  for (const afterMs of [0, 5_000, 60_000]) {
    expect(autoOpen({ ...vera, ...more }, shownAt + afterMs)).toEqual<AutoOpen | object>(stays(why))
  }
})
