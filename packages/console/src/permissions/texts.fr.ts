import { pluralIn } from '../messages/plural.ts'
import type { texts as en } from './texts.en.ts'

const plural = pluralIn('fr')

export const texts: typeof en = {
  permissions: {
    by: 'Ce que montre le tableau',
    views: { role: 'Par rôle', channel: 'Par canal' },
    count: (roles, teams) => `${roles} rôles, ${teams} ${plural(teams, { one: 'équipe', other: 'équipes' })}`,
    highest:
      'Le niveau le plus haut l’emporte, qu’il vienne de la personne, d’une équipe ou d’un rôle. Dans une conversation, on peut être moins.',
    holder: 'Personne, équipe ou rôle',
    person: 'Personne',
    team: 'Équipe',
    role: 'Rôle',
    accepts: (count) => `acceptent : ${count}`,
    levels: { owner: 'Propriétaire', participant: 'Participant', observer: 'Observateur', none: 'Aucun' },
    levelOf: (holder, channel) => `Niveau de ${holder} dans ${channel}`,
    has: (level, source) => `${level} par ${source}`,
    findChannel: 'Trouver un canal',
    findHolder: 'Trouver une personne, une équipe, un rôle',
    shownOf: (shown, all) => `${shown} canaux sur ${all}`,
    legend: {
      owner: 'accepte les demandes et fait tout ce qui suit.',
      participant: 'voit les conversations, écrit, termine.',
      observer: 'lit ce à quoi on l’invite, sans que le visiteur le voie jamais.',
    },
    may: 'Peut',
    people: (count) => `${count} ${plural(count, { one: 'personne', other: 'personnes' })}`,
    yes: 'Oui',
    no: 'Non',
    rightOf: (right, role) => `${right} : ${role}`,
    rights: {
      visitors: 'Modifier ce qu’on sait d’un visiteur',
      channels: 'Créer, régler et archiver les canaux',
      levels: 'Donner des niveaux dans les canaux, former des équipes',
      site: 'Nom du site, allumer et éteindre le chat',
      jobs: 'Voir ce que le système attend, et y remédier',
      security: 'Lire le journal de sécurité',
    },
    fixedRights: {
      conversations: 'Lire les conversations et y répondre',
      people: 'Inviter, désactiver, envoyer un nouveau mot de passe',
      roles: 'Donner les rôles, et dire ce qu’ils permettent',
    },
    fixed: {
      conversations: {
        owner: 'selon le niveau',
        administrator: 'selon le niveau',
        supervisor: 'selon le niveau',
        operator: 'selon le niveau',
      },
      people: { owner: 'Oui', administrator: 'hors propriétaires', supervisor: '–', operator: '–' },
      roles: { owner: 'Oui', administrator: '–', supervisor: '–', operator: '–' },
    },
    clickACell:
      'Cliquez une case pour la changer. Cela vaut tout de suite, aussi dans les fenêtres ouvertes, et figure au journal de sécurité.',
    ownersChange: 'Les propriétaires changent ce que les autres rôles peuvent.',
    mayRead: 'Les administrateurs les modifient.',
    atOnce: 'Un changement vaut tout de suite, aussi dans les fenêtres ouvertes, et figure au journal de sécurité.',
  },
  teams: {
    count: (count) => `${count} ${plural(count, { one: 'équipe', other: 'équipes' })}`,
    none: 'Aucune',
    text: 'Une équipe a des niveaux dans les canaux comme une personne, et chacun de ses membres les a aussi.',
    empty: { title: 'Pas encore d’équipe', text: 'Réunissez ceux qui répondent aux mêmes canaux.' },
    make: 'Nouvelle équipe',
    name: 'Nom de l’équipe',
    add: 'Ajouter',
    addTo: (team) => `Ajouter quelqu’un à ${team}`,
    choose: 'Choisissez un collègue',
    drop: (person, team) => `Retirer ${person} de ${team}`,
    rename: 'Renommer',
    renameOf: (team) => `Renommer ${team}`,
    remove: 'Supprimer',
    removeOf: (team) => `Supprimer ${team}`,
    removeAsk: (team) => `Supprimer l’équipe ${team} ?`,
    removeText: 'Ce qu’elle donne à ses membres dans les canaux prend fin avec elle. Ce qu’ils ont par ailleurs reste.',
    nobody: 'Personne n’y est.',
    save: 'Enregistrer',
    taken: 'Une autre équipe s’appelle ainsi.',
  },
}
