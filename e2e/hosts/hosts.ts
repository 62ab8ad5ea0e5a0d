import { angularZone } from './angular-zone.ts'
import { astro } from './astro.ts'
import { bluebird } from './bluebird.ts'
import { bodyRendered } from './body-rendered.ts'
import { bodyReplaced } from './body-replaced.ts'
import { credentialless, requireCorp } from './coep.ts'
import { documentWrite } from './document-write.ts'
import { globals } from './globals.ts'
import type { Host } from './host.ts'
import { hotkeys } from './hotkeys.ts'
import { htmlFilled } from './html-filled.ts'
import { htmlReplaced } from './html-replaced.ts'
import { htmx } from './htmx.ts'
import { jQuery } from './jquery.ts'
import { mooTools } from './mootools.ts'
import { plain } from './plain.ts'
import { prototypeJs } from './prototype-js.ts'
import { react18Document, react19Document } from './react-document.ts'
import { reactStrict } from './react-strict.ts'
import { sandboxed } from './sandboxed.ts'
import { swup } from './swup.ts'
import { transformed } from './transformed.ts'
import { nonceOnly, trustedTypes, trustedTypesAny } from './trusted-types.ts'
import { turbo } from './turbo.ts'
import { vue } from './vue.ts'
import { zone } from './zone.ts'

/** The gallery, a line each. */
export const HOSTS: readonly Host[] = [
  plain,
  zone,
  angularZone,
  bluebird,
  globals,
  prototypeJs,
  mooTools,
  jQuery,
  turbo,
  htmx,
  swup,
  astro,
  vue,
  reactStrict,
  react18Document,
  react19Document,
  bodyRendered,
  bodyReplaced,
  htmlReplaced,
  htmlFilled,
  documentWrite,
  requireCorp,
  credentialless,
  trustedTypes,
  trustedTypesAny,
  nonceOnly,
  sandboxed,
  transformed,
  hotkeys,
]
