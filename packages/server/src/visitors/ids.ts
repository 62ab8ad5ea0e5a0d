import type { Infer, id } from '@portico/protocol/schema'

export type GoalId = Infer<ReturnType<typeof id<'GoalId'>>>
