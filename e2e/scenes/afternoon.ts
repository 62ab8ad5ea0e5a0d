import type { LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Stage } from '../stage.ts'
import { canned } from './canned-scenes.ts'
import { labelTalks } from './labels.ts'
import { BOUTIQUE, type Staff } from './staff.ts'
import { accept, begin, end, read, type Talk } from './talk.ts'
import type { WorldClock } from './world-clock.ts'

const SECOND_MS = 1000

export type Afternoon = { adaeze: Talk; rafael: Talk; kofi: Talk; nhung: Talk; ended: Talk }

/** What is open now, in the order in which it happened. */
export async function liveAfternoon(stage: Stage, staff: Staff, clock: WorldClock): Promise<Afternoon> {
  const { hanne } = staff
  const { siobhan, ended } = await siobhanAndTheTeam(stage, staff, clock)
  const kofi = await begin(stage, {
    name: 'Kofi Mensah',
    locale: 'fr',
    channel: BOUTIQUE,
    page: ['/fr/panier', 'Panier'],
    text: 'Bonjour, puis-je payer en deux fois ?',
  })
  await clock.pass(50 * SECOND_MS)
  await accept(hanne, kofi)
  const offer = await hanne.say(kofi.id, 'Bonjour Kofi ! Oui, à partir de 100 euros, sans frais.')
  await clock.pass(20 * SECOND_MS)
  await read(kofi.visitor, kofi, offer.line)
  await read(hanne, kofi, offer.line)

  const adaeze = await crackedBowl(stage, staff, clock)
  const rafael = await matchingLid(stage, staff, clock)
  await clock.pass(64 * SECOND_MS)
  const friday = await hanne.say(adaeze.id, 'Friday before noon works. I put it on tonight’s van.')
  await read(adaeze.visitor, adaeze, friday.line)
  await labelTalks(staff, { adaeze, siobhan })
  await canned(staff)
  const nhung = await waitingRoom(stage, clock)
  return { adaeze, rafael, kofi, nhung, ended }
}

async function siobhanAndTheTeam(stage: Stage, { mateus, yuto }: Staff, clock: WorldClock) {
  const siobhan = await begin(stage, {
    name: 'Siobhán Ní Bhriain',
    page: ['/workshop/clay', 'Our clay'],
    text: 'Which clay is it, and where does the iron in it come from?',
  })
  const tomasz = await begin(stage, {
    name: 'Tomasz Wiśniewski',
    email: 'tomasz.wisniewski@poczta.example',
    locale: 'pl',
    page: ['/bowls/large', 'Large bowl'],
    text: 'Do you ship to Gdańsk, and is the large bowl back before Christmas?',
  })
  await clock.pass(40 * SECOND_MS)
  await accept(yuto, siobhan)
  await accept(mateus, tomasz)
  await yuto.say(siobhan.id, 'From the Alto Alentejo. I ask Hanne about the iron, she knows the pit.')
  await clock.pass(35 * SECOND_MS)
  await mateus.say(tomasz.id, 'To Gdańsk in four days. The bowl is fired again on the 12th.')
  await clock.pass(30 * SECOND_MS)
  await tomasz.visitor.say(tomasz.id, 'Then I wait for it, thank you!')
  await end(mateus, tomasz)
  return { siobhan, ended: tomasz }
}

async function crackedBowl(stage: Stage, { hanne, mateus }: Staff, clock: WorldClock): Promise<Talk> {
  const talk = await begin(stage, {
    name: 'Adaeze Okonkwo-Lindqvist',
    email: 'adaeze@posteo.example',
    locale: 'en-SE',
    page: ['/orders/20417', 'Order 20417'],
    text: 'Hello! The serving bowl from order 20417 arrived with a crack along the rim.',
  })
  await clock.pass(42 * SECOND_MS)
  await accept(hanne, talk)
  await clock.pass(18 * SECOND_MS)
  await talk.visitor.say(talk.id, 'It runs about four centimetres down.')
  await clock.pass(70 * SECOND_MS)
  const note =
    'Third one from the kiln of 12 November. Replace it, and do not ask for it back. https://tickets.barroesal.example/1184'
  await mateus.send({ type: 'note.write', conversation: talk.id, line: newId<LineId>(), text: note })
  await clock.pass(65 * SECOND_MS)
  const sorry = await hanne.say(talk.id, 'I am sorry. We replace it, and you need not send it back.')
  await clock.pass(20 * SECOND_MS)
  await read(talk.visitor, talk, sorry.line)
  await clock.pass(60 * SECOND_MS)
  const kind = await talk.visitor.say(talk.id, 'That is very kind! It was meant for Saturday, can it be here by then?')
  await read(hanne, talk, kind.line)
  return talk
}

async function matchingLid(stage: Stage, { hanne }: Staff, clock: WorldClock): Promise<Talk> {
  const talk = await begin(stage, {
    name: 'Rafael Quispe Mamani',
    locale: 'es',
    page: ['/ovenware/lid-28', 'Lid, 28 cm'],
    text: 'Does the 28 cm lid fit the old casserole?',
  })
  await clock.pass(15 * SECOND_MS)
  await accept(hanne, talk)
  const answer = await hanne.say(talk.id, 'It does, the rim has not changed since 2019.')
  await read(hanne, talk, answer.line)
  await clock.pass(30 * SECOND_MS)
  await talk.visitor.say(talk.id, 'And the matching lid?')
  return talk
}

/** Three requests: one that has waited too long, one in French, one without a name. */
async function waitingRoom(stage: Stage, clock: WorldClock): Promise<Talk> {
  const nhung = await begin(stage, {
    name: 'Nguyễn Thị Hồng Nhung',
    locale: 'vi',
    page: ['/shipping', 'Shipping and customs'],
    text: 'Good evening, do you send to Đà Nẵng? The form only offers Europe.',
  })
  await clock.pass(154 * SECOND_MS)
  await begin(stage, {
    name: 'Jean-Baptiste Kouassi',
    locale: 'fr-CI',
    channel: BOUTIQUE,
    page: ['/fr/commande/20431', 'Commande 20431'],
    text: 'Bonjour, mon paiement est passé deux fois.',
  })
  await clock.pass(77 * SECOND_MS)
  await begin(stage, {
    page: ['/bowls/tide-34', 'Serving bowl, tide glaze'],
    text: 'Is the 34 cm one in stock again before Christmas?',
  })
  await clock.pass(21 * SECOND_MS)
  return nhung
}
