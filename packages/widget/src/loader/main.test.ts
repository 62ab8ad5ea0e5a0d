import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const HOUR_MS = 60 * 60_000
const URL = 'https://chat.example.org/portico.js'

let answers: (() => Response)[]
let asked: string[]
let heard: string[]
let page: EventTarget
const failed = (status: number) => () => new Response('<h1>Bad gateway</h1>', { status })
const refused = (status: number, detail: string) => () => Response.json({ refused: 'no', detail }, { status })
const offline = () => {
  throw new TypeError('Failed to fetch')
}
const lines = () => vi.mocked(console.warn).mock.calls.map((words) => words.join(' '))

/** The snippet on a page whose chat never comes: what it asks for, says and tells. */
async function load(...given: (() => Response)[]): Promise<void> {
  answers = given
  vi.resetModules()
  await import('./main.ts')
  await vi.advanceTimersByTimeAsync(0)
}

beforeEach(() => {
  asked = []
  heard = []
  page = new EventTarget()
  vi.useFakeTimers()
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
  vi.stubGlobal('window', {})
  vi.stubGlobal('PART_SCRIPTS', { beside: '' })
  vi.stubGlobal('document', {
    readyState: 'complete',
    documentElement: { lang: 'en' },
    currentScript: { src: URL, dataset: { channel: 'main' } },
  })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('dispatchEvent', ({ type }: Event) => heard.push(type))
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return (answers.shift() ?? offline)()
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('[WG69] what does not come is asked for again, each time after twice as long, and said once', async () => {
  await load(failed(502), failed(200), failed(502))
  const times = []
  for (const waitMs of [2000, 4000, 8000]) {
    await vi.advanceTimersByTimeAsync(waitMs - 1)
    times.push(asked.length)
    await vi.advanceTimersByTimeAsync(1)
  }
  expect([...times, asked.length]).toEqual([1, 2, 3, 4])
  expect(asked[0]).toBe('https://chat.example.org/widget/main/config.json?locale=en')
  expect(lines()[0]).toBe(`Portico: ${URL}: 502`)
  await vi.advanceTimersByTimeAsync(24 * HOUR_MS)
  const day = asked.length
  expect(day).toBeLessThan(20)
  expect(heard.length).toBeLessThan(day)
})

test('[WG69] it is asked for at once when the browser is online again, and when the page calls, who hears of it', async () => {
  await load(offline)
  expect(asked).toHaveLength(1)
  page.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toHaveLength(2)
  await expect(window.portico?.('open')).rejects.toThrow(`${URL}: 0`)
  expect([asked.length, lines(), heard]).toEqual([3, [`Portico: ${URL}: 0`], ['portico:error']])
})

test.each([
  ['a channel that is not there', 404, 'there is no channel main'],
  ['another site', 403, 'this site is not among those'],
])('[WG69][WG70] %s is told in one line, and not asked for again', async (_name, status, detail) => {
  await load(refused(status, detail))
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  page.dispatchEvent(new Event('online'))
  await expect(window.portico?.('open')).rejects.toThrow(detail)
  expect([asked.length, lines(), heard]).toEqual([1, [`Portico: ${detail}`], ['portico:error']])
})

test('[WG67] what cannot begin on a page is told, and is no error of the page', async () => {
  await load(() => Response.json({ channel: 'main', options: {} }))
  expect(lines()).toHaveLength(1)
  expect(heard).toEqual(['portico:error'])
})

test('[WG65] where a widget lives the snippet does nothing; after a shutdown it waits until that is over', async () => {
  vi.stubGlobal('window', { portico: { live: true } })
  await load()
  expect(asked).toEqual([])
  let over = () => {}
  vi.stubGlobal('window', { portico: { live: new Promise<void>((done) => (over = done)) } })
  await load()
  expect(asked).toEqual([])
  over()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toHaveLength(1)
})
