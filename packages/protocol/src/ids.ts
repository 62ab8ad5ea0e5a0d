import * as s from './schema.ts'

export const attachmentId = s.id('AttachmentId')
export const blobId = s.id('BlobId')
export const channelId = s.id('ChannelId')
export const commandId = s.id('CommandId')
export const conversationId = s.id('ConversationId')
export const invitationId = s.id('InvitationId')
export const lineId = s.id('LineId')
export const operatorId = s.id('OperatorId')
export const sessionId = s.id('SessionId')
export const visitorId = s.id('VisitorId')

export type AttachmentId = s.Infer<typeof attachmentId>
export type BlobId = s.Infer<typeof blobId>
export type ChannelId = s.Infer<typeof channelId>
export type CommandId = s.Infer<typeof commandId>
export type ConversationId = s.Infer<typeof conversationId>
export type InvitationId = s.Infer<typeof invitationId>
export type LineId = s.Infer<typeof lineId>
export type OperatorId = s.Infer<typeof operatorId>
export type SessionId = s.Infer<typeof sessionId>
export type VisitorId = s.Infer<typeof visitorId>
