import { describe, expect, test } from 'vitest'
import { begin, frameView, invite, keptOf, needsFrame, step, type Happening, type Kept, type Widget } from './widget-state.ts'

const said = { author: 'Ann', excerpt: 'It is on the van' }
const fresh = begin({ kept: null, small: false, remark: undefined })
const phone = begin({ kept: null, small: true, remark: undefined })
const after = (widget: Widget, ...happenings: Happening[]): Widget => happenings.reduce(step, widget)
const opened: Happening = { type: 'opened', by: 'visitor' }
const minimised: Happening = { type: 'minimised', by: 'visitor' }
const closed: Happening = { type: 'closed', by: 'visitor' }
const counted = (unread: number): Happening => ({ type: 'counted', known: true, unread, unsent: false })

describe('before the visitor acts', () => {
  test.each<[string, Widget]>([
    ['a page that has just loaded', fresh],
    ['an invitation that is shown', invite(fresh)],
    ['a window that the site has opened', after(fresh, { type: 'opened', by: 'site' })],
    [
      'a window that the site has opened and closed',
      after(fresh, { type: 'opened', by: 'site' }, { type: 'closed', by: 'site' }),
    ],
    ['a screen that was turned', after(fresh, { type: 'resized', small: true })],
  ])('[WG3] nothing is kept: %s', (_name, widget) => {
    expect(keptOf(widget)).toBeNull()
  })

  test('[WG3] what Vera does herself is kept, without token or text', () => {
    expect(keptOf(after(fresh, opened))).toEqual({ state: 'open', unread: 0, unsent: false })
  })
  test('[WG3][A8] Vera closes the invitation: it does not come back, and no frame is fetched for her', () => {
    const kept = keptOf(after(invite(fresh), closed))
    expect(kept).toEqual({ state: 'dismissed', unread: 0, unsent: false })
    const next = begin({ kept, small: false, remark: said })
    expect(invite(next).view).toBe('button')
    expect(next.bubble).toBeUndefined()
    expect(needsFrame(next)).toBe(false)
  })
  test('[WG7] an invitation covers no small screen', () => {
    expect(invite(fresh).view).toBe('invitation')
    expect(invite(phone).view).toBe('button')
  })
})

describe('the next page', () => {
  const rows: [string, Kept, boolean, Widget['view'], boolean][] = [
    ['an open window is open again', { state: 'open', unread: 0, unsent: false }, false, 'open', true],
    ['a phone shows the page, not the window', { state: 'open', unread: 1, unsent: false }, true, 'button', true],
    ['a minimised window stays minimised', { state: 'minimised', unread: 2, unsent: false }, false, 'minimised', true],
    ['a closed conversation is counted on', { state: 'closed', unread: 3, unsent: true }, false, 'button', true],
    ['nothing to come back to costs nothing', { state: 'dismissed', unread: 0, unsent: false }, false, 'button', false],
  ]
  test.each(rows)('[WG4][A16] %s', (_name, kept, small, view, frame) => {
    const widget = begin({ kept, small, remark: undefined })
    expect(widget.view).toBe(view)
    expect(widget.unread).toBe(kept.unread)
    expect(needsFrame(widget)).toBe(frame)
  })

  test.each(['open', 'minimised', 'closed', 'dismissed'] as const)('[WG4] %s is kept as it was found', (state) => {
    const kept: Kept = { state, unread: state === 'dismissed' ? 0 : 2, unsent: false }
    expect(keptOf(begin({ kept, small: false, remark: undefined }))).toEqual(kept)
  })
})

describe('a message of the staff', () => {
  const heard = (opens = false): Happening => ({ type: 'said', said, opens })
  const closedBy = (by: 'visitor' | 'site') => after(fresh, opened, counted(0), { type: 'closed', by }, counted(1))

  test.each(['visitor', 'site'] as const)('[WG5] what the %s has closed stays closed: it is a count and a bubble', (by) => {
    expect(after(closedBy(by), heard())).toMatchObject({ view: 'button', unread: 1, bubble: said })
  })
  test('[WG5][A17] opens the window that was closed, where the channel has chosen so', () => {
    expect(after(closedBy('visitor'), heard(true))).toMatchObject({ view: 'open', bubble: undefined })
  })
  test.each([false, true])(
    '[WG5][A17] is a count and a bubble on a small screen, whatever the channel has chosen: %s',
    (opens) => {
      expect(after(phone, opened, closed, counted(1), heard(opens))).toMatchObject({ view: 'button', unread: 1, bubble: said })
    },
  )
  test.each([false, true])('[WG5][A17] is a count and a bubble where Vera has minimised the window, chosen: %s', (opens) => {
    expect(after(fresh, opened, minimised, heard(opens))).toMatchObject({ view: 'minimised', bubble: said })
  })
  test('[WG8] its bubble goes when it is read, here or in another tab', () => {
    const told = after(phone, opened, closed, counted(1), heard())
    expect(after(told, counted(1)).bubble).toEqual(said)
    expect(after(told, counted(0)).bubble).toBeUndefined()
  })
  test('[WG8] its bubble can be closed, and the count stays', () => {
    const told = after(phone, opened, closed, counted(1), heard(), { type: 'bubble-closed' })
    expect(told).toMatchObject({ bubble: undefined, unread: 1 })
  })
})

describe('the window', () => {
  test('[WG6][A8] is minimised and comes back', () => {
    const bar = after(fresh, opened, minimised)
    expect(frameView(bar)).toBe('minimised')
    expect(after(bar, opened).view).toBe('open')
  })
  test('[WG6] a small screen has the button for it, not a bar', () => {
    expect(frameView(after(phone, opened, minimised))).toBe('away')
  })
  test('[WG9] a conversation of this device brings the frame on every page until it is over', () => {
    const known = after(fresh, opened, counted(0), closed)
    expect(needsFrame(known)).toBe(true)
    expect(keptOf(known)?.state).toBe('closed')
    const over = after(known, { type: 'counted', known: false, unread: 0, unsent: false })
    expect(needsFrame(over)).toBe(false)
    expect(keptOf(over)?.state).toBe('dismissed')
  })
})
