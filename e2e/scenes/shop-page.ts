import type { Stage } from '../stage.ts'

/** What fills the pages of a shop. */
export type Furniture = { head: string; body: () => string }

/** The shop of the preview page, taken from there without its chat, so that it can stand on a site of its own. */
export async function furnishedShop(stage: Stage): Promise<Furniture> {
  const { page, context } = await stage.device()
  await page.goto(`${stage.url}/preview?at=serving-bowl`)
  await page.getByRole('button', { name: 'Add to basket' }).waitFor()
  const shop = await page.evaluate(() => ({
    header: document.querySelector('.shop-nav')?.outerHTML ?? '',
    main: document.querySelector('main')?.outerHTML ?? '',
    css: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
  }))
  await context.close()
  return { head: `<style>${shop.css}</style>`, body: () => shop.header + shop.main }
}
