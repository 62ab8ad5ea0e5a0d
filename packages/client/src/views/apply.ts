/** The capabilities with steps of their own, beside those of visitors' topics: what is a part and nothing more needs none. */
export { authSteps } from './auth.ts'
export { channelSteps } from './channels.ts'
export { colleagueSteps } from './colleagues.ts'
export { deskSteps } from './conversations.ts'
export { helpSteps } from './help.ts'
export { labelSteps } from './labels.ts'
export { presenceSteps } from './presence.ts'
export { whisperSteps } from './whispers.ts'
