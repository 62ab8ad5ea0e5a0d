import type { Appearance } from '@portico/protocol/channels'
import type { ChannelOptions } from '@portico/protocol/options'
import { CONTRAST_MIN, contrast, isColour, readableShade } from '../parts/contrast.ts'

/** How many of the options differ from those that are live; each colour counts. */
export function countChanges(live: ChannelOptions, draft: ChannelOptions): number {
  const { appearance: one, ...rest } = live
  const { appearance: other, ...drafted } = draft
  return differing(one, other) + differing(rest, drafted)
}

function differing<Values extends object>(left: Values, right: Values): number {
  return Object.entries(left).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(right, key))).length
}

export type Pair = { ground: 'header' | 'button'; text: 'headerText' | 'buttonText' }

export const PAIRS: readonly Pair[] = [
  { ground: 'header', text: 'headerText' },
  { ground: 'button', text: 'buttonText' },
]

export type Correction = Pair & { wished: string; given: string; reached: number }

/** What must change for the texts to be read: the ground gives way, since the text is what people look at. */
export function corrections(appearance: Appearance): readonly Correction[] {
  return PAIRS.flatMap((pair) => {
    const wished = appearance[pair.ground]
    const text = appearance[pair.text]
    if (!isColour(wished) || !isColour(text)) return []
    const reached = contrast(wished, text)
    return reached >= CONTRAST_MIN ? [] : [{ ...pair, wished, given: readableShade(wished, text), reached }]
  })
}

/** The colours as they will be published. */
export function correctedAppearance(appearance: Appearance): Appearance {
  return corrections(appearance).reduce((before, { ground, given }) => ({ ...before, [ground]: given }), appearance)
}

export const DEFAULT_APPEARANCE: Appearance = {
  header: '#17665f',
  headerText: '#ffffff',
  button: '#17665f',
  buttonText: '#ffffff',
}
