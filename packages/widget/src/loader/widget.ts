import type { WidgetConfig } from '@portico/protocol/pages'
import type { Embedding, Host, Part } from '../embedding.ts'
import { readKept } from '../kept.ts'
import { chooseLocale } from '../messages/locale.ts'
import type { Emit } from '../portico-api.ts'
import { begin, invite, needsFrame, type Happening } from '../widget-state.ts'
import { onIdle } from '../on-idle.ts'
import { openChatWindow } from './chat-window.ts'
import { onIntent } from './intent.ts'
import { openLauncher } from './launcher.ts'
import { rooms } from './parts.ts'
import { openScripts } from './scripts.ts'

type Given = { script: HTMLScriptElement; config: WidgetConfig; emit: Emit }

/** The widget until somebody comes near; answers with how to call it. The rest is a script of its own, fetched with the frame. */
export function openWidget({ script, config, emit }: Given) {
  const { theme, bubble, invitation, locale } = script.dataset
  const screen = matchMedia('(max-width: 479.98px)')
  const remark = bubble ? { author: config.siteName, excerpt: bubble } : undefined
  const chatWindow = openChatWindow({ config, script })
  const happen = (happening: Happening) => {
    if (happening.type === 'opened') show()
    return withHost((host) => host.happen(happening))
  }
  const launcher = openLauncher({ config, theme, happen })
  const widget = begin({ kept: readKept(), small: screen.matches, remark })
  const embedding: Embedding = {
    script,
    config,
    emit,
    launcher,
    chatWindow,
    screen,
    locale: localeFor(locale),
    widget,
    happen,
    tell: () => {},
    around: undefined,
    draw,
  }
  const scripts = openScripts(embedding)
  const withHost = (use: (host: Host) => void) => scripts.use<Host>(HOST_SCRIPT, use)
  const loadFrame = () => {
    chatWindow.load()
    draw()
    return withHost((host) => host.loadFrame())
  }

  // One types at once, whatever the network is like.
  function show() {
    const isOpen = embedding.widget.view === 'open'
    if (!isOpen) emit('opened', undefined)
    embedding.widget = { ...embedding.widget, view: 'open', bubble: undefined }
    launcher.host.hidden = false
    chatWindow.load()
    draw()
    chatWindow.focus(isOpen)
  }

  function draw() {
    launcher.draw(embedding.widget, embedding.locale)
    chatWindow.draw(embedding.widget, embedding.locale)
    // What has been needed once goes on drawing: it also takes away.
    for (const { script: path, needed } of rooms)
      if (scripts.has(path) || needed(embedding)) void scripts.use<Part>(path, (part) => part.draw())
  }

  launcher.root.prepend(chatWindow.pane)
  draw()
  document.documentElement.append(launcher.host)
  // Whatever the page transforms, filters or contains: what stands in the top layer stands where the visitor looks.
  launcher.host.showPopover?.()
  onIntent(launcher.host, loadFrame)
  if (needsFrame(widget)) onIdle(() => void loadFrame())
  if (invitation) {
    setTimeout(
      () => {
        embedding.widget = invite(embedding.widget)
        draw()
      },
      Number(invitation) * 1000,
    )
  }

  return async (called: string, first: unknown): Promise<unknown> => {
    const command = called !== 'toggle' ? called : embedding.widget.view === 'open' ? 'close' : 'open'
    if (command === 'open') show()
    if (command === 'hide' || command === 'show') return (launcher.host.hidden = command === 'hide')
    if (command !== 'setLocale') return (await withHost(() => {})).command(command, first)
    embedding.locale = localeFor(first as string) // as Portico types it
    return scripts.has(HOST_SCRIPT) ? withHost((host) => host.redraw()) : draw()
  }
}

export const localeFor = (wish: string | undefined) => chooseLocale([wish, document.documentElement.lang, ...navigator.languages])

/** Where the build has put the host script. */
declare const HOST_SCRIPT: string
