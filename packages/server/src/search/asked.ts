import type { ChannelId, LabelId, OperatorId } from '@portico/protocol/ids'
import type { AskedTerms } from '../platform/db/terms.ts'
import { IN_NAME, IN_NOTE, ofChannel, ofLabel, ofOperator } from './document.ts'
import { termsAsked } from './terms-of.ts'

/** Further words are not looked for. */
export const WORDS_MAX = 16
/** Whoever sees more channels than that has what is found looked through instead. */
const CHANNELS_NAMED_MAX = 50

export type AskedWord = ReturnType<typeof termsAsked>[number]

export const wordsAsked = (text: string): AskedWord[] => termsAsked(text).slice(0, WORDS_MAX)

type Asked = {
  words: readonly AskedWord[]
  channels: readonly ChannelId[]
  tag?: LabelId | undefined
  operator?: OperatorId | undefined
}

/** All of it, each word wherever an operator may read it. */
export function askedTerms({ words, channels, tag, operator }: Asked): AskedTerms {
  return [
    ...words.map(({ term, begins }) => ['', IN_NOTE, IN_NAME].map((sign) => ({ term: `${sign}${term}`, begins }))),
    ...(tag === undefined ? [] : [[whole(ofLabel(tag))]]),
    ...(operator === undefined ? [] : [[whole(ofOperator(operator))]]),
    ...(channels.length > CHANNELS_NAMED_MAX ? [] : [channels.map((id) => whole(ofChannel(id)))]),
  ]
}

const whole = (term: string) => ({ term, begins: false })
