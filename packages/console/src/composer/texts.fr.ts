import { pluralIn } from '../messages/plural.ts'
import type { texts as en } from './texts.en.ts'

const plural = pluralIn('fr')

export const texts: typeof en = {
  composer: {
    accept: 'Accepter',
    kind: 'Que rédiger',
    reply: 'Réponse',
    note: 'Note',
    whisper: 'Chuchoter',
    replyTo: (name) => `Réponse à ${name}`,
    noteFor: 'Note aux autres opérateurs',
    answeringAs: (name) => `Vous répondez en tant que ${name}`,
    joins: 'Vous rejoignez cette conversation en écrivant',
    neverSeen: 'Le visiteur ne voit jamais les notes',
    enter: 'Entrée envoie',
    enterSaves: 'Entrée garde la note',
    tab: 'Tab mène à la plus ancienne non lue',
    send: 'Envoyer',
    saveNote: 'Garder la note',
    placeholderReply: 'Écrire une réponse',
    placeholderNote: 'Écrire une note',
    unsent: 'Vous aviez commencé une réponse',
    unsentNote: 'Garder comme note',
    copy: 'Copier',
    copied: 'Copié',
    discard: 'Abandonner',
    left: (count) => `encore ${count} ${plural(count, { one: 'caractère', other: 'caractères' })}`,
    over: (count) => `${count} ${plural(count, { one: 'caractère', other: 'caractères' })} de trop`,
  },
}
