import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

/** A machine that is shared may stand still for half a minute. */
const PATIENCE_MS = 60_000
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']
// Without these it looks for updates, and fails to: nothing here needs another network than this machine's own.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

// Playwright's own list, shorter, would also switch off the storage that browsers keep for a frame of another site. The pages of
// the address bar, which nobody sees, cost each window as much as an empty page; so does the process that waits for the next one.
const WITHOUT = `--disable-features=${[
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'RenderDocument',
  'SpareRendererForSitePerProcess',
  'Translate',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
].join(',')}`

/**
 * `framesStore: false` is a browser whose owner allows frames of other sites no storage: it throws when it is touched.
 * `handleSIGINT: false` leaves it to the caller to end in good order.
 */
export function launch({ framesStore = true, handleSIGINT = true } = {}): Promise<Browser> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...QUIET, '--disable-gpu', ...root, ...(framesStore ? [WITHOUT] : [])]
  return chromium.launch({ executablePath: findBrowser(), args, handleSIGINT })
}

let shared: Browser | undefined

/** One for all files of a worker, which ends with the worker; people come to it with contexts of their own. */
export async function sharedBrowser(): Promise<Browser> {
  if (!shared?.isConnected()) shared = await launch()
  return shared
}

export type Device = { context: BrowserContext; page: Page; errors: string[] }

/** Somebody's browser, with a page. `errors` collects what the page's own code did wrong. */
export async function openDevice(browser: Browser, options: BrowserContextOptions = {}): Promise<Device> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const errors: string[] = []
  const page = await context.newPage()
  watch(page, errors)
  context.on('page', (other) => watch(other, errors))
  return { context, page, errors }
}

function watch(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) errors.push(message.text())
  })
}

// The browser itself reports every failed request, also those a test lets fail on purpose.
const isExpected = (text: string) => /Failed to load resource|WebSocket connection|ERR_/.test(text)

function findBrowser(): string {
  const folders = (process.env.PATH ?? '').split(':')
  const found = [process.env.PORTICO_BROWSER ?? '', ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))].find(
    (path) => path && existsSync(path),
  )
  if (found) return found
  throw new Error('no Chromium was found; install one, or name it in PORTICO_BROWSER')
}
