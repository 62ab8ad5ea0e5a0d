import * as s from './schema.ts'

export const answerId = s.id('AnswerId')
export const attachmentId = s.id('AttachmentId')
export const automaticMessageId = s.id('AutomaticMessageId')
export const blobId = s.id('BlobId')
export const channelId = s.id('ChannelId')
export const commandId = s.id('CommandId')
export const conversationId = s.id('ConversationId')
export const expertiseId = s.id('ExpertiseId')
export const goalId = s.id('GoalId')
export const invitationId = s.id('InvitationId')
export const lineId = s.id('LineId')
export const operatorId = s.id('OperatorId')
export const scriptId = s.id('ScriptId')
export const segmentId = s.id('SegmentId')
export const sessionId = s.id('SessionId')
export const stepId = s.id('StepId')
export const visitorId = s.id('VisitorId')

export type AnswerId = s.Infer<typeof answerId>
export type AttachmentId = s.Infer<typeof attachmentId>
export type AutomaticMessageId = s.Infer<typeof automaticMessageId>
export type BlobId = s.Infer<typeof blobId>
export type ChannelId = s.Infer<typeof channelId>
export type CommandId = s.Infer<typeof commandId>
export type ConversationId = s.Infer<typeof conversationId>
export type ExpertiseId = s.Infer<typeof expertiseId>
export type GoalId = s.Infer<typeof goalId>
export type InvitationId = s.Infer<typeof invitationId>
export type LineId = s.Infer<typeof lineId>
export type OperatorId = s.Infer<typeof operatorId>
export type ScriptId = s.Infer<typeof scriptId>
export type SegmentId = s.Infer<typeof segmentId>
export type SessionId = s.Infer<typeof sessionId>
export type StepId = s.Infer<typeof stepId>
export type VisitorId = s.Infer<typeof visitorId>
