/** What this server can do; `left-to-right.ts` has their order. */
export { attachments } from './attachments/index.ts'
export { auth } from './auth/index.ts'
export { channels } from './channels/index.ts'
export { conversations } from './conversations/index.ts'
export { portraits } from './portraits/index.ts'
export { presence } from './presence/index.ts'
export { system } from './system/index.ts'
export { workspace } from './workspace/index.ts'
