import type { CannedId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { House } from './house.ts'
import type { Scene } from './scene.ts'
import type { Staff } from './staff.ts'

/** What the shop's people say often: Hanne's own, and what she shares. */
export async function canned({ hanne, mateus }: Staff): Promise<void> {
  const write = (who: Staff['hanne'], shortcut: string, texts: Record<string, string>, isShared = true) =>
    who.send({
      type: 'canned.write',
      canned: newId<CannedId>(),
      version: 0,
      shortcut,
      texts: Object.entries(texts).map(([language, text]) => ({ language, text })),
      sharedWith: { kind: isShared ? 'everybody' : 'nobody' },
    })
  await write(hanne, 'replace', {
    en: 'I am sorry, {{firstName|dear customer}}. We replace it, and you need not send the broken piece back.',
    pt: 'Lamento, {{firstName}}. Substituímos a peça, e não precisa de devolver a partida.',
  })
  await write(hanne, 'replace-when', { en: 'The replacement leaves the workshop today and reaches you within four days.' })
  await write(hanne, 'care', { en: 'Dishwasher yes, microwave yes, open flame no.' })
  await write(hanne, 'merci', { fr: 'Merci beaucoup, bonne journée et à bientôt !' }, false)
  await write(mateus, 'kiln', { en: 'The next firing opens on Monday.' }, false)
}

export const cannedScenes: readonly Scene[] = [
  { name: 'console/canned', house: 'lived', show: async (house) => ({ page: await listed(house) }) },
  {
    name: 'console/canned-one',
    house: 'lived',
    show: async (house) => {
      const page = await listed(house)
      await page.getByRole('link', { name: /^::replace I am/ }).click()
      await page.getByText('To Adaeze it reads').waitFor()
      return { page }
    },
  },
  {
    name: 'console/composer-canned',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk(`/inbox/${house.adaeze.id}`)
      await page.getByRole('textbox', { name: /^Reply to/ }).fill('::re')
      await page.getByRole('option', { name: /^::replace-when/ }).waitFor()
      return { page }
    },
  },
]

async function listed(house: House) {
  const page = await house.desk('/settings/canned')
  await page.getByRole('link', { name: /^::care/ }).waitFor()
  return page
}
