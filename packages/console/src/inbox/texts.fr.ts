import { pluralIn } from '../messages/plural.ts'
import type { texts as en } from './texts.en.ts'

const plural = pluralIn('fr')

export const texts: typeof en = {
  inbox: {
    badge: (requests, unread) =>
      [
        requests > 0 ? `${requests} ${plural(requests, { one: 'demande', other: 'demandes' })}` : '',
        unread > 0 ? `${unread} ${plural(unread, { one: 'non lue', other: 'non lues' })}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    title: 'Réception',
    list: 'Liste des conversations',
    scope: 'Canaux que montrent les listes',
    scopes: { mine: 'Mes canaux', all: (more) => (more > 0 ? `Tous, ${more} de plus` : 'Tous les canaux') },
    requests: 'Demandes',
    mine: 'Les miennes',
    team: 'De l’équipe',
    closed: 'Terminées',
    more: 'Il y en a plus que cette liste n’en contient. Acceptez-en, les autres suivront.',
    unread: (count) => `${count} ${plural(count, { one: 'non lu', other: 'non lus' })}`,
    waiting: 'attend depuis',
    you: 'Vous',
    draft: 'Brouillon',
    ownedBy: (names) => `avec ${names}`,
    unanswered: 'sans réponse depuis',
    unansweredSince: (when) => `Sans réponse depuis ${when}`,
    preview: 'Aperçu',
    accept: 'Accepter',
    decline: 'Décliner',
    offeredToYou: (left) => `Proposée à vous, encore ${left}`,
    offeredTo: (name, left) => `Proposée à ${name}, encore ${left}`,
    pickSeveral: 'En choisir plusieurs',
    pick: (name) => `Choisir ${name}`,
    triage: 'Avec toutes celles choisies',
    picked: (count) => `${count} ${plural(count, { one: 'choisie', other: 'choisies' })}`,
    triageMove: 'Déplacer',
    triageEnd: 'Terminer',
    triageEndAsk: (count) => `Terminer ${count} ${plural(count, { one: 'demande', other: 'demandes' })} ?`,
    triageEndText: 'Leurs visiteurs lisent que la conversation est terminée. Chacune peut être rouverte.',
    triaged: (done, refused) =>
      refused > 0
        ? `${done} ${plural(done, { one: 'faite', other: 'faites' })}, ${refused} ${plural(refused, { one: 'refusée', other: 'refusées' })}`
        : `${done} ${plural(done, { one: 'faite', other: 'faites' })}`,
    takenBy: (name, seconds) =>
      seconds < 1 ? `${name} l’a acceptée juste avant vous` : `${name} l’a acceptée ${seconds} s avant vous`,
    empty: { title: 'Aucune demande', text: 'Les nouvelles apparaissent ici avec un son.' },
    emptyGroup: {
      mine: 'Les conversations que vous acceptez se trouvent ici.',
      team: 'Personne d’autre n’est en conversation.',
      closed: 'Aucune conversation ne s’est encore terminée.',
    },
    choose: {
      title: 'Choisissez une conversation',
      text: 'Ouvrez-en une dans la liste, ou acceptez une demande pour commencer.',
    },
    failure: {
      title: 'La liste n’a pas pu être chargée',
      text: 'Vos conversations sont intactes et restent ouvertes.',
      action: 'Réessayer',
    },
    noChannel: {
      title: 'Vous n’êtes dans aucun canal',
      text: 'Rejoignez-en un, et ses demandes apparaîtront ici.',
      action: 'Vers les canaux',
    },
  },
  preview: {
    waiting: (duration) => `Attend depuis ${duration}`,
    on: (page) => `sur ${page}`,
    accept: 'Accepter',
    cancel: 'Annuler',
    look: 'Ouvrir la conversation',
    taken: (name) => `${name} a accepté cette demande.`,
    closed: 'Cette demande a pris fin.',
    hint: 'Le visiteur ne sait pas que vous regardez.',
  },
}
