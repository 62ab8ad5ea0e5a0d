export type ComposerKey = { key: string; shift: boolean; control: boolean; composing: boolean; empty: boolean; unread: boolean }

/** What a key means in the composer. Enter sends unless an input method is at work; Tab leaves an empty one for the oldest unread. */
export function composerKey({
  key,
  shift,
  control,
  composing,
  empty,
  unread,
}: ComposerKey): 'send' | 'unread' | 'leave' | undefined {
  if (composing) return undefined
  if (key === 'Enter' && !shift) return 'send'
  if (key === 'Tab' && !shift && !control && empty && unread) return 'unread'
  return key === 'Escape' ? 'leave' : undefined
}
