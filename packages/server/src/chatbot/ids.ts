import type { Infer, id } from '@portico/protocol/schema'

type Id<B extends string> = Infer<ReturnType<typeof id<B>>>

export type ScriptId = Id<'ScriptId'>
export type StepId = Id<'StepId'>
export type AnswerId = Id<'AnswerId'>
export type ExpertiseId = Id<'ExpertiseId'>
