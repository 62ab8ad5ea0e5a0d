// The options of a channel are parts too: each is declared by one capability and published by itself. Whoever publishes names the
// version he began from; where somebody else has published meanwhile he is told `changed`, and who it was. What a capability calls
// public reaches visitors, all of it in one object; nothing else does.
import * as capabilities from './capabilities.ts'
import { channelId } from './ids.ts'
import { putTogether, type Together } from './put-together.ts'
import * as s from './schema.ts'
import { isTexts, textIn, type Texts } from './texts.ts'

type Declared = typeof capabilities
type Having = { channelPart: { schema: s.ObjectSchema; defaults: object } }
/** The capabilities that declare options of a channel. */
export type ChannelPart = { [C in keyof Declared]: Declared[C] extends Having ? C : never }[keyof Declared]
type ShapeOf<P extends ChannelPart> = Declared[P]['channelPart']['schema']['shape']
type PublicOf<P extends ChannelPart> = Declared[P]['channelPart'] extends {
  public: readonly (infer K extends keyof ShapeOf<P>)[]
}
  ? { [O in K]: ShapeOf<P>[O] extends Texts ? Texts['each'] : ShapeOf<P>[O] }
  : never

/** By capability: the schema of its options, what they are as long as nobody has chosen, and which of them visitors are told. */
export const channelParts = Object.fromEntries(
  Object.entries(capabilities).flatMap(([name, each]) => ('channelPart' in each ? [[name, each.channelPart]] : [])),
) as { [P in ChannelPart]: Declared[P]['channelPart'] } // those that have one, and no others

export const CHANNEL_PARTS = Object.keys(channelParts) as readonly ChannelPart[] // the keys are no others

const shapes = (named: (part: ChannelPart) => readonly string[]) =>
  putTogether(
    'options',
    Object.fromEntries(
      CHANNEL_PARTS.map((part) => {
        const { shape } = channelParts[part].schema
        const entries = Object.entries<s.Schema>(shape).filter(([option]) => named(part).includes(option))
        return [part, { parts: { options: s.object(Object.fromEntries(entries)) } }]
      }),
    ),
  )

const all = shapes((part) => Object.keys(channelParts[part].schema.shape))

/** Those of all parts in one object: no two parts have an option of one name. */
export const channelOptions = s.object(all as Together<{ [P in ChannelPart]: ShapeOf<P> }[ChannelPart]>) // as the type says

const isPublic = shapes((part) => ('public' in channelParts[part] ? channelParts[part].public : []))
/** What visitors are told of them, each text in one language. */
export const publicOptions = s.object(
  Object.fromEntries(
    Object.entries(isPublic).map(([option, schema]) => [option, isTexts(schema) ? schema.each : schema]),
  ) as Together<{ [P in ChannelPart]: PublicOf<P> }[ChannelPart]>, // as the type says
)

export function publicOf(options: ChannelOptions, locale?: string): PublicOptions {
  const told = Object.entries(options).map(([option, value]) => {
    const schema = isPublic[option]
    return [option, schema && isTexts(schema) ? textIn(s.parse(schema, value), locale) : value]
  })
  return s.parse(publicOptions, Object.fromEntries(told))
}

/** By part, as an operator holds them. */
export const optionsByPart = s.object(
  Object.fromEntries(CHANNEL_PARTS.map((part) => [part, channelParts[part].schema])) as {
    [P in ChannelPart]: Declared[P]['channelPart']['schema']
  }, // as the type says
)

const configure = <P extends ChannelPart>(part: P) =>
  s.object({
    type: s.literal('channel.configure'),
    channel: channelId,
    part: s.literal(part),
    options: channelParts[part].schema,
    of: s.int().min(0),
  })

export const configureCommand = s.variant('part', s.some(CHANNEL_PARTS.map((part) => configure(part))))

export type ChannelOptions = s.Infer<typeof channelOptions>
export type PublicOptions = s.Infer<typeof publicOptions>
export type OptionsByPart = s.Infer<typeof optionsByPart>
export type ConfigureCommand = s.Infer<typeof configureCommand>
