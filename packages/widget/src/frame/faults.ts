import type { ChannelOptions } from '@portico/protocol/options'
import { EMAIL_CODE_POINTS_MAX, NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { fill, type Words } from '../messages/words.ts'
import type { Draft } from './drafts.ts'
import { sendable } from './sendable.ts'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Why a message cannot be sent, in the visitor's words. */
export function messageFault(message: string, { texts, locale }: Words): string | undefined {
  const checked = sendable(message)
  const figure = (count: number) => new Intl.NumberFormat(locale).format(count)
  switch (checked.fault) {
    case undefined:
      return undefined
    case 'empty':
      return texts.messageMissing
    case 'too-long':
      return fill(texts.tooLong, { count: figure(checked.count), max: figure(checked.max) })
  }
}

/** What stands in the way of a first message, field by field, in the order of the form. */
export function introductionFaults({ asks, draft, words }: { asks: ChannelOptions['asks']; draft: Draft; words: Words }) {
  const faults = {
    name: asks === 'nothing' ? undefined : nameFault(draft.name, words),
    email: asks === 'name-and-email' ? emailFault(draft.email, words) : undefined,
    message: messageFault(draft.message, words),
  }
  return { ...faults, first: (['name', 'email', 'message'] as const).find((field) => faults[field]) }
}

function nameFault(name: string, { texts }: Words): string | undefined {
  const { fault } = sendable(name, NAME_CODE_POINTS_MAX)
  return fault && (fault === 'empty' ? texts.nameMissing : texts.nameTooLong)
}

function emailFault(email: string, { texts }: Words): string | undefined {
  const checked = sendable(email, EMAIL_CODE_POINTS_MAX)
  return checked.fault === undefined && EMAIL.test(checked.text) ? undefined : texts.emailWrong
}
