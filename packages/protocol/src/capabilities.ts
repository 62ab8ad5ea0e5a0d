/** What crosses the wire, by capability: commands, events, and the parts that it adds to views. */
export { auth } from './auth.ts'
export { channels } from './channels.ts'
export { conversations } from './conversations.ts'
export { portraits } from './portraits.ts'
export { presence } from './presence.ts'
export { system } from './system.ts'
export { workspace } from './workspace.ts'
