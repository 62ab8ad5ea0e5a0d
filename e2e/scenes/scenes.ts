import { accountScenes } from './account-scenes.ts'
import { cannedScenes } from './canned-scenes.ts'
import { chatScenes } from './chat-scenes.ts'
import { conversationScenes } from './conversation-scenes.ts'
import { entranceScenes } from './entrance-scenes.ts'
import { helpScenes, labelScenes } from './help-scenes.ts'
import { homeScenes } from './home-scenes.ts'
import { hoursScenes } from './hours-scenes.ts'
import { inboxScenes } from './inbox-scenes.ts'
import { previewScenes } from './preview-scenes.ts'
import type { Scene } from './scene.ts'
import { securityScenes } from './security-scenes.ts'
import { settingsScenes } from './settings-scenes.ts'
import { systemScenes } from './system-scenes.ts'
import { widgetScenes } from './widget-scenes.ts'

/** How one comes in, and what one sets up and looks after. */
export const SETTING_UP: readonly Scene[] = [
  ...entranceScenes,
  ...homeScenes,
  ...settingsScenes,
  ...hoursScenes,
  ...labelScenes,
  ...accountScenes,
  ...securityScenes,
  ...systemScenes,
]

/** What people say to each other, from both sides. */
export const TALKING: readonly Scene[] = [
  ...inboxScenes,
  ...conversationScenes,
  ...helpScenes,
  ...cannedScenes,
  ...previewScenes,
  ...widgetScenes,
  ...chatScenes,
]

/** Every screen and state of console and widget, for whoever looks at all of them. */
export const SCENES: readonly Scene[] = [...SETTING_UP, ...TALKING]
