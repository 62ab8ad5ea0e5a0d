import type { WidgetConfig } from '@portico/protocol/pages'
import type { Emit, Portico } from '../portico-api.ts'
import { localeFor, openWidget } from './widget.ts'

const script = document.currentScript as HTMLScriptElement // a classic script has one while it runs
const earlier = window.portico

// A page that carries the snippet twice gets one widget.
if (!earlier?.live) {
  const widget = load()
  const call = async (command: string, first?: unknown, heard?: unknown) => {
    const listener = [`portico:${first as string}`, heard as EventListener] as const // as Portico types it
    if (command === 'on') addEventListener(...listener)
    else if (command === 'off') removeEventListener(...listener)
    else await (await widget)(command, first)
  }
  window.portico = Object.assign(call as Portico, { live: true })
  for (const [[command, ...rest], answer] of earlier?.q ?? []) answer(call(command, ...rest))
  widget.then(
    () => emit('ready', undefined),
    ({ message }: Error) => {
      console.warn('Portico:', message)
      emit('error', { reason: 'unreachable' })
    },
  )
}

async function load() {
  const answer = await fetch(
    new URL(`./widget/${script.dataset.channel}/config.json?locale=${localeFor(script.dataset.locale)}`, script.src),
    {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    },
  )
  const config = (await answer.json()) as WidgetConfig & { detail: string } // our own server made it: of that schema, or a refusal
  if (!answer.ok) throw new Error(config.detail)
  if (document.readyState === 'loading') await new Promise((parsed) => addEventListener('DOMContentLoaded', parsed))
  return openWidget({ script, config, emit })
}

const emit: Emit = (event, detail) => void dispatchEvent(new CustomEvent(`portico:${event}`, { detail }))
