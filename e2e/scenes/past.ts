import type { Staff } from './staff.ts'
import { BOUTIQUE } from './staff.ts'
import { accept, begin, end, type Opening } from './talk.ts'
import type { Stage } from '../stage.ts'
import type { WorldClock } from './world-clock.ts'

const BETWEEN_MS = 50_000

type Past = Opening & { by: keyof Staff; answer: string }

/** Conversations that ended before the afternoon began, oldest first. */
const PAST: readonly Past[] = [
  {
    name: 'Haruka Fujimoto',
    page: ['/tableware/mugs', 'Mugs'],
    text: 'Is the tide glaze safe for a baby’s food?',
    by: 'hanne',
    answer: 'Yes: no lead, no cadmium, tested every year.',
  },
  {
    name: 'Maximiliane von Hohenberg-Sachsenhausen',
    locale: 'de',
    page: ['/wholesale', 'Wholesale'],
    text: 'Do you deliver forty dinner plates to Freiburg im Breisgau before Easter?',
    by: 'mateus',
    answer: 'We do, from two kilns. I will send you an offer today.',
  },
  {
    name: 'Thandiwe Mokoena',
    page: ['/bowls/large', 'Large bowl'],
    text: 'Can the large bowl go in the oven?',
    by: 'hanne',
    answer: 'It can, up to 220 °C. Put it in while the oven is cold.',
  },
  {
    name: 'ليلى بن جلون',
    locale: 'ar',
    page: ['/parcel/20388', 'Parcel 20388'],
    text: 'متى يصل الطرد 20388 إلى الدار البيضاء؟',
    by: 'yuto',
    answer: 'It is in customs, and should reach you on Monday.',
  },
  {
    name: 'Élodie Marchand',
    locale: 'fr',
    channel: BOUTIQUE,
    page: ['/fr/entretien', 'Entretien'],
    text: 'Le bol passe-t-il au lave-vaisselle ?',
    by: 'hanne',
    answer: 'Oui, au programme délicat.',
  },
  {
    page: ['/', 'Start'],
    text: 'Do you have gift cards?',
    by: 'mateus',
    answer: 'From 20 euros on, they come by post or by e-mail.',
  },
]

export async function livePast(stage: Stage, staff: Staff, clock: WorldClock): Promise<void> {
  for (const { by, answer, ...opening } of PAST) {
    const operator = staff[by]
    const talk = await begin(stage, opening)
    await clock.pass(BETWEEN_MS)
    await accept(operator, talk)
    await operator.say(talk.id, answer)
    await clock.pass(BETWEEN_MS)
    await end(operator, talk)
    talk.visitor.leave()
  }
}
