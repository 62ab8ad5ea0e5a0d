import type { FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { widgetButton } from '../stage.ts'
import { line, open, say } from '../visit.ts'
import type { Answering } from './answering.ts'

/** What is looked at on one page. */
type Looked = { page: Page; frame: FrameLocator; ann: Answering; chat: string; name: string }
type Check = (looked: Looked) => Promise<void>

/** The same on every page, in this order. */
export const CHECKS = {
  button: async ({ page }) => {
    await widgetButton(page).waitFor()
    expect(await isOnTop(page)).toBe(true)
  },
  open: async ({ page, frame }) => {
    await widgetButton(page).click()
    await frame.getByRole('textbox').last().waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('PORTICO-CHAT')
  },
  write: async ({ page, frame, name }) => {
    await frame.getByRole('textbox').last().click()
    await page.keyboard.type(`Is there anybody on ${name}?`)
    await page.keyboard.press('Enter')
    await line(frame, `Is there anybody on ${name}?`).waitFor()
  },
  answer: async ({ frame, ann, name }) => {
    await ann.take()
    await ann.say(`Ann is, on ${name}.`)
    await line(frame, `Ann is, on ${name}.`).waitFor()
  },
  title: async ({ page, frame, ann, name }) => {
    await frame.getByRole('button', { name: 'Minimise' }).click()
    await page.locator('#mine').focus()
    await ann.say(`Is ${name} still there?`)
    await expect.poll(() => page.title()).toBe('(1) Bowls')
    await page.evaluate(() => (document.title = 'Plates'))
    await expect.poll(() => page.title()).toBe('(1) Plates')
    await open(page)
    await line(frame, `Is ${name} still there?`).waitFor()
    await expect.poll(() => page.title()).toBe('Plates')
    await page.evaluate(() => (document.title = 'Bowls'))
  },
  keys: async ({ page, frame, name }) => {
    await page.evaluate(() => {
      window.keys = []
      addEventListener('keydown', ({ key }) => window.keys.push(key))
    })
    await say(frame, `Yes, ${name} is.`)
    await line(frame, `Yes, ${name} is.`).waitFor()
    await page.keyboard.press('Escape')
    await widgetButton(page).waitFor()
    expect(await page.evaluate(() => window.keys)).toEqual([])
    await page.keyboard.press('b')
    expect(await page.evaluate(() => window.keys), 'a key that the page gets would be seen').toEqual(['b'])
  },
  print: async ({ page }) => {
    await page.emulateMedia({ media: 'print' })
    await widgetButton(page).waitFor({ state: 'hidden' })
    await page.emulateMedia({ media: 'screen' })
    await widgetButton(page).waitFor()
  },
  route: async ({ page, frame, name }) => {
    await open(page)
    await go(page, 'Care')
    await line(frame, `Ann is, on ${name}.`).waitFor()
    await say(frame, `Now on Care, says ${name}.`)
    await line(frame, `Now on Care, says ${name}.`).waitFor()
    await frame.getByText('Sent', { exact: true }).last().waitFor()
  },
  back: async ({ page, frame, name }) => {
    await page.goBack()
    await page.getByRole('heading', { name: 'Bowls' }).waitFor()
    await line(frame, `Now on Care, says ${name}.`).waitFor()
    await page.goForward()
    await page.getByRole('heading', { name: 'Care' }).waitFor()
    await line(frame, `Now on Care, says ${name}.`).waitFor()
  },
  again: async ({ page, frame, chat, name }) => {
    for (let times = 0; times < 2; times++) {
      await page.evaluate(() => window.portico?.('shutdown'))
      expect(await page.locator('portico-chat').count()).toBe(0)
      expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('portico')
      await addSnippet(page, chat)
      await widgetButton(page).waitFor()
      await open(page)
      await frame.getByRole('textbox').last().waitFor()
      expect(await line(frame, `Ann is, on ${name}.`).count()).toBe(0)
    }
  },
} satisfies Record<string, Check>

async function go(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

/** Where the button is drawn nothing of the page lies over it, and nothing cuts it off. */
const isOnTop = (page: Page) =>
  page.evaluate(() => {
    const button = document.querySelector('portico-chat')?.shadowRoot?.querySelector('.launch')
    const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect()
    return document.elementFromPoint(left + width / 2, top + height / 2)?.tagName === 'PORTICO-CHAT'
  })

/** As a script of the page does it that has let the chat go. */
const addSnippet = (page: Page, chat: string): Promise<void> =>
  page.evaluate((address) => {
    const src = `${address}/portico.js`
    const script = Object.assign(document.createElement('script'), { nonce: document.querySelector('script')?.nonce ?? '' })
    script.dataset['channel'] = 'main'
    Object.assign(script, { async: true, src: window.trust?.(src) ?? src })
    document.body.append(script)
  }, chat)

declare global {
  interface Window {
    keys: string[]
    /** What the page itself has found wrong. */
    complaints?: string[]
    /** How its scripts make an address that they may load a script from, where a text will not do. */
    trust?: (url: string) => string
  }
}
