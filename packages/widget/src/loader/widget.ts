import type { WidgetConfig } from '@portico/protocol/pages'
import type { Embedding, Host, HostScript } from '../embedding.ts'
import { readKept } from '../kept.ts'
import { chooseLocale } from '../messages/locale.ts'
import type { Emit } from '../portico-api.ts'
import { begin, invite, needsFrame } from '../widget-state.ts'
import { onIdle } from '../on-idle.ts'
import { onIntent } from './intent.ts'
import { openLauncher } from './launcher.ts'

type Given = { script: HTMLScriptElement; config: WidgetConfig; emit: Emit }

/** The widget until somebody comes near; answers with how to call it. The rest is a script of its own, fetched with the frame. */
export function openWidget({ script, config, emit }: Given) {
  const { theme, bubble, invitation, locale } = script.dataset
  const screen = matchMedia('(max-width: 479.98px)')
  const remark = bubble ? { author: config.siteName, excerpt: bubble } : undefined
  const launcher = openLauncher({ config, theme, happen: (happening) => withHost((host) => host.happen(happening)) })
  const widget = begin({ kept: readKept(), small: screen.matches, remark })
  const embedding: Embedding = { script, config, emit, launcher, screen, locale: localeFor(locale), widget }
  let opened: Promise<Host> | undefined
  const host = () => (opened ??= fetchHost(embedding))
  const withHost = (use: (host: Host) => void) =>
    void host().then(use, () => {
      opened = undefined
      emit('error', { reason: 'unreachable' })
    })
  const loadFrame = () => withHost((host) => host.loadFrame())
  const draw = () => launcher.draw(embedding.widget, embedding.locale)

  draw()
  document.documentElement.append(launcher.host)
  onIntent(launcher.host, loadFrame)
  if (needsFrame(widget)) onIdle(loadFrame)
  if (invitation) {
    setTimeout(
      () => {
        embedding.widget = invite(embedding.widget)
        draw()
      },
      Number(invitation) * 1000,
    )
  }

  return async (command: string, first: unknown): Promise<unknown> => {
    if (command === 'hide' || command === 'show') return (launcher.host.hidden = command === 'hide')
    if (command !== 'setLocale') return (await host()).command(command, first)
    embedding.locale = localeFor(first as string) // as Portico types it
    draw()
    return (await opened)?.redraw()
  }
}

async function fetchHost(embedding: Embedding): Promise<Host> {
  const { src, nonce } = embedding.script
  const added = document.createElement('script') as HostScript // it is, once it has run
  await new Promise((onload, onerror) => {
    Object.assign(added, { referrerPolicy: 'no-referrer', src: trusted(new URL(HOST_SCRIPT, src).href), nonce, onload, onerror })
    document.head.append(added)
  })
  return added.openHost(embedding)
}

type ScriptUrls = { createScriptURL: (url: string) => string }
type TrustedTypes = { createPolicy: (name: string, rules: ScriptUrls) => ScriptUrls }

// Pages that ask for trusted types take no address of a script from a plain text.
function trusted(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes } // not every browser has them
  return trustedTypes?.createPolicy('portico', { createScriptURL: (own) => own }).createScriptURL(url) ?? url
}

const localeFor = (wish: string | undefined) => chooseLocale([wish, document.documentElement.lang, ...navigator.languages])

/** Where the build has put the host script. */
declare const HOST_SCRIPT: string
