import { accountScenes } from './account-scenes.ts'
import { chatScenes } from './chat-scenes.ts'
import { conversationScenes } from './conversation-scenes.ts'
import { entranceScenes } from './entrance-scenes.ts'
import { inboxScenes } from './inbox-scenes.ts'
import { previewScenes } from './preview-scenes.ts'
import type { Scene } from './scene.ts'
import { securityScenes } from './security-scenes.ts'
import { settingsScenes } from './settings-scenes.ts'
import { systemScenes } from './system-scenes.ts'
import { widgetScenes } from './widget-scenes.ts'

/** Every screen and state of console and widget, for whoever looks at all of them: by eye or with axe. */
export const SCENES: readonly Scene[] = [
  ...entranceScenes,
  ...inboxScenes,
  ...conversationScenes,
  ...settingsScenes,
  ...accountScenes,
  ...securityScenes,
  ...systemScenes,
  ...previewScenes,
  ...widgetScenes,
  ...chatScenes,
]
