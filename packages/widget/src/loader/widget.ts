import type { WidgetConfig } from '@portico/protocol/pages'
import type { Embedding, Host, Part } from '../embedding.ts'
import { readKept } from '../kept.ts'
import { chooseLocale } from '../messages/locale.ts'
import { begin, needsFrame, type Happening } from '../widget-state.ts'
import { openChatWindow } from './chat-window.ts'
import { onIntent } from './intent.ts'
import { openLauncher } from './launcher.ts'
import { rooms } from './parts.ts'
import { openScripts } from './scripts.ts'
import { emit, fail } from './told.ts'

type Given = {
  script: HTMLScriptElement
  config: WidgetConfig
  /** The one that the page has taken away. */
  was?: Embedding
}

/** How the one that stands on the page is called. */
export let call: (name: string, first: unknown) => Promise<unknown>

/** What follows in a page that React has made as a whole it neither compares with what it expects nor removes. */
const END = '/$'
/** One look a second sees all ways in which pages take it away, and a page that does it again and again is not fought with. */
const LOOK_MS = 1000

/** The widget until somebody comes near. The rest is a script of its own, fetched with the frame. */
export function openWidget({ script, config, was }: Given): void {
  const { theme, bubble, locale } = script.dataset
  const screen = matchMedia('(max-width: 479.98px)')
  const remark = bubble ? { author: config.siteName, excerpt: bubble } : undefined
  const chatWindow = openChatWindow({ config, script, leave })
  const happen = (happening: Happening) => {
    if (happening.type === 'opened') show()
    return withHost((host) => host.happen(happening))
  }
  const launcher = openLauncher({ config, theme, happen })
  const widget = was?.widget ?? begin({ kept: readKept(), small: screen.matches, remark })
  const embedding: Embedding = {
    script,
    config,
    emit,
    fail,
    launcher,
    chatWindow,
    screen,
    locale: was?.locale ?? localeFor(locale),
    widget,
    happen,
    tell: () => {},
    draw,
    redraw: draw,
    close,
    ends: [],
    rooms: [...rooms],
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

  // The way back needs nothing more of the server.
  function leave() {
    if (embedding.redraw === draw) {
      embedding.widget = { ...embedding.widget, view: 'button' }
      draw()
    }
    void happen({ type: 'closed', by: 'visitor' })
  }

  function draw() {
    launcher.draw(embedding.locale)
    chatWindow.draw(embedding.widget, embedding.locale)
    // What has been needed once goes on drawing: it also takes away.
    for (const { script: path, needed } of embedding.rooms)
      if (scripts.has(path) || needed(embedding)) void scripts.use<Part>(path, (part) => part.draw())
  }

  // Frameworks that fill or replace the body leave alone what follows it. A page may still replace html, its children, or everything
  // by writing the document anew, which takes away what listens too: so what was removed does not come back, but another begins.
  const looking = setInterval(() => {
    if (launcher.host.isConnected || !document.body) return
    close()
    openWidget({ script, config, was: embedding })
  }, LOOK_MS)

  function close() {
    clearInterval(looking)
    for (const end of embedding.ends) end()
    mark.remove()
    launcher.host.remove()
  }

  launcher.root.prepend(chatWindow.pane)
  if (was?.launcher.host.hidden) launcher.host.hidden = true
  draw()
  const mark = document.createComment(END)
  document.documentElement.append(mark, launcher.host)
  // Whatever the page transforms, filters or contains: what stands in the top layer stands where the visitor looks.
  launcher.host.showPopover?.()
  onIntent(launcher.host, loadFrame)
  // What the page is at comes first.
  if (needsFrame(widget)) setTimeout(loadFrame)

  call = async (called, first) => {
    const command = called !== 'toggle' ? called : embedding.widget.view === 'open' ? 'close' : 'open'
    if (command === 'open') show()
    if (command === 'hide' || command === 'show') launcher.host.hidden = command === 'hide'
    else if (command === 'setLocale') embedding.locale = localeFor(first as string) // as Portico types it
    else return (await withHost(() => {})).command(command, first)
    return embedding.redraw()
  }
}

export const localeFor = (wish: string | undefined) => chooseLocale([wish, document.documentElement.lang, ...navigator.languages])

/** Where the build has put the host script. */
declare const HOST_SCRIPT: string
