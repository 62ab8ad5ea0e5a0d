import { pluralIn } from '../messages/plural.ts'
import type { texts as en } from './texts.en.ts'

const plural = pluralIn('fr')

export const texts: typeof en = {
  system: {
    title: 'Système',
    text: 'Ce que Portico fait après un message ou un changement : les suites, ce qui est prévu plus tard, les e-mails. Voyez ce qui n’a pas pu être fait, et réessayez.',
    allDone: 'Tout est fait',
    somethingFailed: 'Quelque chose a été abandonné',
    which: 'Ce qui est affiché',
    states: {
      parked: (count) => `Abandonné (${count})`,
      failing: (count) => `En échec (${count})`,
      waiting: (count) => `En attente (${count})`,
    },
    moreThan: (count) => `plus de ${count}`,
    explained: {
      parked: 'Le dernier essai a échoué. Rien ne se passe tant que vous ne réessayez pas ou n’abandonnez pas.',
      failing: 'A échoué, et sera réessayé tout seul à l’heure indiquée.',
      waiting: 'Pas encore commencé, ou prévu à l’heure indiquée.',
    },
    kinds: { reaction: 'Suite', due: 'Prévu', delivery: 'Envoi' },
    what: 'Quoi',
    why: 'Pourquoi',
    when: 'Quand',
    tries: (count) => `${count} ${plural(count, { one: 'essai', other: 'essais' })}`,
    actions: 'Actions',
    retry: 'Réessayer',
    retryOf: (what) => `Réessayer ${what}`,
    retried: 'Un nouvel essai est en cours',
    drop: 'Supprimer',
    dropOf: (what) => `Supprimer ${what}`,
    dropAsk: (what) => `Supprimer ${what} ?`,
    dropText: 'Ce ne sera pas fait, et ne pourra pas être récupéré.',
    dropped: 'C’est supprimé',
    paused: (destination, until) => `Pas de connexion à ${destination}. Prochain essai : ${until}.`,
    refresh: 'Actualiser',
    older: 'Afficher les plus anciens',
    failed: 'Ce qui attend n’a pas pu être chargé',
    empty: {
      parked: { title: 'Rien n’a été abandonné', text: 'Tout ce qui devait être fait l’a été, ou est en cours d’essai.' },
      failing: { title: 'Rien n’échoue', text: 'Rien n’est à réessayer pour le moment.' },
      waiting: { title: 'Rien n’attend', text: 'Tout ce qui devait être fait l’a été.' },
    },
  },
}
