import type { AutomaticMessage } from './automatic-message.ts'
import { isDue, type AddressedVisitor, type Courtesy, type Hindrance } from './is-due.ts'

/** What a page load shows: one message or none, and each other with the first reason why it is not that one. */
export type Shown = { message: AutomaticMessage | null; others: readonly Passed[] }
type Passed = { message: AutomaticMessage; because: Hindrance | 'another-first'; until: number | null }

/**
 * Of several messages that are due when a page has loaded the first is shown, in the order in which the site lists them. The others
 * wait for the next page load, which knows that this one was shown: together they never pass a cap.
 */
export function chooseMessage(
  messages: readonly AutomaticMessage[],
  visitor: AddressedVisitor,
  moment: { at: number; courtesy: Courtesy },
): Shown {
  const asked = messages.map((message) => ({ message, due: isDue(message, visitor, moment) }))
  const first = asked.find(({ due }) => due.state === 'due')
  const others = asked
    .filter((one) => one !== first)
    .map(({ message, due }): Passed =>
      due.state === 'due'
        ? { message, because: 'another-first', until: null }
        : { message, because: due.because, until: due.until },
    )
  return { message: first?.message ?? null, others }
}
