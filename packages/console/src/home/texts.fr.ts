import { pluralIn } from '../messages/plural.ts'
import type { texts as en } from './texts.en.ts'

const plural = pluralIn('fr')

export const texts: typeof en = {
  home: {
    title: 'Accueil',
    at: (when, zone) => `${when}, ${zone}`,
    which: 'De quels canaux',
    mine: 'Mes canaux',
    all: 'Tous les canaux',
    figures: 'Aujourd’hui',
    conversations: 'Conversations aujourd’hui',
    missed: 'Manquées',
    firstAnswer: 'Première réponse, médiane',
    none: '–',
    more: (count, weekday) => `${count} par rapport à ${weekday} dernier à cette heure`,
    before: (value, weekday) => `${weekday} dernier ${value}`,
    first: 'Première semaine : rien à comparer pour l’instant',
    failed: 'Les chiffres du jour n’ont pas pu être chargés.',
    queue: 'File d’attente',
    channel: 'Canal',
    waiting: 'En attente',
    longest: 'Le plus long',
    available: 'Disponibles',
    availableOf: (there, all) => `${there} sur ${all}`,
    notMine: 'Pas un des vôtres',
    membership: 'Rejoindre ou quitter',
    active: 'Conversations en cours',
    needs: 'Quelles conversations en cours',
    everything: 'Toutes',
    visitorWaits: (count) => `Le visiteur attend ${count}`,
    visitor: 'Visiteur',
    with: 'Avec',
    turn: 'À qui le tour',
    for: 'Depuis',
    open: 'Ouvrir',
    openOf: (name) => `Ouvrir la conversation avec ${name}`,
    waits: (time) => `attend ${time}`,
    visitorsTurn: 'au visiteur',
    nobodyActive: 'Personne n’est en conversation en ce moment.',
    nobodyWaits: 'Personne n’attend de réponse ici.',
    capped: 'Les plus anciennes de chaque canal sont affichées.',
    operators: 'Opérateurs',
    operatorsThere: (there, all) => `${there} sur ${all} peuvent prendre des conversations`,
    you: 'vous',
    holds: (count) => `dans ${count} ${plural(count, { one: 'conversation', other: 'conversations' })}`,
    byHour: 'Par heure',
    byHourText: (weeks, weekday) =>
      weeks === 0
        ? 'Aujourd’hui'
        : weeks === 1
          ? `Aujourd’hui, en tirets ${weekday} dernier`
          : `Aujourd’hui, en tirets la moyenne de ${weeks} semaines, le ${weekday}`,
    asTable: 'En tableau',
    asPicture: 'En image',
    hour: 'Heure',
    today: 'Aujourd’hui',
    usual: 'D’habitude',
  },
}
