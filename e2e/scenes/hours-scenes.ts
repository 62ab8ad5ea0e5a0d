import type { DraftedHours } from '@portico/protocol/hours'
import type { HoursId } from '@portico/protocol/ids'
import { configure } from '@portico/testkit/configure'
import { MAIN } from '@portico/testkit/person'
import { widget } from '../stage.ts'
import type { House } from './house.ts'
import type { Scene } from './scene.ts'
import { visitShop } from './visitor-page.ts'

const WORKSHOP = 'workshop' as HoursId // within an id's alphabet
const NEVER = 'never' as HoursId // as above
const day = [
  { from: '09:00', to: '13:00', ends: 'same-day' as const },
  { from: '14:00', to: '18:00', ends: 'same-day' as const },
]
const late = [...day.slice(0, 1), { from: '14:00', to: '20:00', ends: 'same-day' as const }]
const short = [{ from: '10:00', to: '13:00', ends: 'same-day' as const }]
const workshop: DraftedHours = {
  name: 'Workshop',
  zone: 'Europe/Lisbon',
  week: { monday: day, tuesday: day, wednesday: late, thursday: day, friday: day, saturday: short, sunday: [] },
  days: [
    { from: '2026-12-24', to: '2027-01-02', name: 'The kilns rest', repeats: 'once', periods: [] },
    { from: '2020-12-08', to: '2020-12-08', name: 'Imaculada Conceição', repeats: 'yearly', periods: [] },
  ],
}
const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }

/** When the shop is open, from both sides. */
export const hoursScenes: readonly Scene[] = [
  {
    name: 'console/hours',
    house: 'lived',
    show: async (house) => {
      await keep(house, WORKSHOP, workshop)
      const page = await house.desk('/settings/hours')
      await page.getByText('Workshop', { exact: true }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/hours-of-workshop',
    house: 'lived',
    show: async (house) => {
      await keep(house, WORKSHOP, workshop)
      const page = await house.desk(`/settings/hours/${WORKSHOP}`)
      await page.getByText('The kilns rest').or(page.getByLabel('What for')).first().waitFor()
      return { page }
    },
  },
  {
    name: 'widget/introduction-closed',
    house: 'lived',
    show: async (house) => {
      // It opens tomorrow alone.
      const tomorrow = new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10)
      const days = [{ from: tomorrow, to: tomorrow, name: 'Open', repeats: 'once' as const, periods: day.slice(0, 1) }]
      await keep(house, NEVER, { name: 'Fair', zone: 'Europe/Lisbon', week: never, days })
      await choose(house, NEVER)
      const visit = await visitShop(house)
      await visit.page.getByRole('button', { name: /^Open the chat/ }).click()
      await widget(visit.page)
        .getByText(/^We open again/)
        .waitFor()
      return { page: visit.page, stop: () => (visit.stop(), void choose(house, null)) }
    },
  },
]

async function keep(house: House, hours: HoursId, draft: DraftedHours): Promise<void> {
  // Where another scene has made them, they are there.
  await house.hanne.send({ type: 'hours.save', hours, of: 0, ...draft })
}

const choose = (house: House, hours: HoursId | null) =>
  configure(house.hanne.send, { ...house, channel: MAIN, changes: { hours } })
