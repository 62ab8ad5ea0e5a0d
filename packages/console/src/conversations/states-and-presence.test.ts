import { expect, test } from 'vitest'
import { texts as presenceEn } from '../presence/texts.en.ts'
import { texts as presenceFr } from '../presence/texts.fr.ts'
import { texts as en } from './texts.en.ts'
import { texts as fr } from './texts.fr.ts'

test.each([
  ['English', en, presenceEn],
  ['French', fr, presenceFr],
])(
  '[CO62] how a conversation stands and who is there have different words in %s',
  (_, { conversation, visitorPresence }, { presence }) => {
    const states = [conversation.requested, conversation.active, conversation.ended]
    const visitors = [visitorPresence.here, visitorPresence.idle, visitorPresence.leftNow, visitorPresence.away]
    const operators = [presence.active, presence.away, presence.inactive, presence.unavailable, presence.out]
    expect(new Set([...states, ...visitors, ...operators].map((word) => word.toLowerCase())).size).toBe(12)
  },
)
