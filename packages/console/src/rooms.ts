import { account } from './account/index.ts'
import { alerts } from './alerts/index.ts'
import { auth } from './auth/index.ts'
import { channels } from './channels/index.ts'
import { composer } from './composer/index.ts'
import { head } from './head/index.ts'
import { inbox } from './inbox/index.ts'
import { palette } from './palette/index.ts'
import { panel } from './panel/index.ts'
import { presence } from './presence/index.ts'
import type { Room } from './rooms/room.ts'
import { security } from './security/index.ts'
import { settings } from './settings/index.ts'
import { system } from './system/index.ts'
import { team } from './team/index.ts'

/** From left to right: each may import those before it, and lists show them in this order. */
export const ROOMS: readonly Room[] = [
  auth,
  presence,
  account,
  team,
  security,
  system,
  channels,
  composer,
  head,
  panel,
  inbox,
  alerts,
  palette,
  settings,
]
