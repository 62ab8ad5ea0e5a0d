import type { Infer, id } from '@portico/protocol/schema'

type Id<B extends string> = Infer<ReturnType<typeof id<B>>>

export type AutomaticMessageId = Id<'AutomaticMessageId'>
export type SegmentId = Id<'SegmentId'>
