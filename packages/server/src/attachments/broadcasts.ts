import type { Attachments } from './index.ts'

/** Nobody hears of a file before a message carries it. */
export const broadcasts: Attachments['broadcasts'] = {
  'attachment.begun': () => [],
  'attachment.stored': () => [],
  'attachment.forgotten': () => [],
}
