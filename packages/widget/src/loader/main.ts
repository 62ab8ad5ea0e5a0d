import type { WidgetConfig } from '@portico/protocol/pages'
import { addressOf } from '../address-of.ts'
import type { Portico } from '../portico-api.ts'
import { emit, fail } from './told.ts'
import { call, localeFor, openWidget } from './widget.ts'

const script = document.currentScript as HTMLScriptElement // a classic script has one while it runs
const earlier = window.portico
let loading: Promise<void> | undefined
/** Doubled before each try. When the browser is online again, or the page calls, nobody waits. */
let waitMs = 1000

// A page that carries the snippet twice gets one widget; one that has shut it down gets another.
if (earlier?.live !== true) {
  const portico: NonNullable<typeof window.portico> = Object.assign(answer as Portico, { live: true as const }) // as Portico types it
  window.portico = portico
  for (const [[name, ...rest], answered] of earlier?.q ?? []) answered(answer(name, ...rest))
  addEventListener('online', retry)
  retry()
}

async function answer(name: string, first?: unknown, heard?: unknown) {
  const heeds = name === 'on' ? addEventListener : name === 'off' && removeEventListener
  if (heeds) return heeds(`portico:${first as string}`, heard as EventListener) // as Portico types it
  const done = load().then(() => call(name, first)) as Promise<void> // nothing but that it is done
  if (name === 'shutdown' && window.portico) window.portico.live = done
  return done
}

function load(): Promise<void> {
  return (loading ??= attempt())
}

function retry() {
  load().catch(fail)
}

async function attempt(): Promise<void> {
  const { channel, locale } = script.dataset
  let config: (Partial<WidgetConfig> & { detail?: string }) | undefined // our own server makes it: of that schema, or a refusal
  let status = 0
  try {
    await earlier?.live
    const answer = await fetch(addressOf(`/widget/${channel}/config.json?locale=${localeFor(locale)}`, script), {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    status = answer.status
    config = (await answer.json()) as typeof config
  } catch {
    // No network, a policy of the page, or somebody in between who answers in words of his own.
  }
  // No promise of the page is needed for that: what has a `then` can be awaited.
  // oxlint-disable-next-line unicorn/no-thenable
  if (document.readyState === 'loading') await { then: (parsed: () => void) => addEventListener('DOMContentLoaded', parsed) }
  if (config?.options) {
    openWidget({ script, config: config as WidgetConfig }) // it is whole then
    return emit('ready', undefined)
  }
  // Only what is final says why in words; not so too many requests, or a server or proxy in trouble.
  if (config?.detail) throw new Error(config.detail)
  setTimeout(retry, (waitMs *= 2))
  loading = undefined
  throw new Error(`${script.src}: ${status}`)
}
