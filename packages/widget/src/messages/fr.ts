import type { Catalogue } from './catalogue.ts'

export const fr: Catalogue = {
  chat: 'Discussion avec {site}',
  made: 'Discussion par Portico',
  minimise: 'Réduire',
  close: 'Fermer',
  back: 'Retour',
  backToPage: 'Revenir à la page',
  loading: 'Chargement de la conversation',

  here: 'Nous sommes là',
  nobodyTitle: 'Personne n’est là pour le moment',
  name: 'Nom',
  nameHint: 'Votre nom',
  email: 'E-mail',
  emailHint: 'Pour cette conversation seulement',
  nameMissing: 'Veuillez écrire votre nom.',
  nameTooLong: 'Veuillez écrire un nom plus court.',
  emailWrong: 'Veuillez écrire une adresse comme nom@exemple.fr.',
  messageMissing: 'Veuillez écrire un message.',
  tooLong: 'Ce texte a {count} caractères, {max} peuvent être envoyés à la fois. Veuillez le raccourcir.',

  newMessages: { one: '{count} nouveau message', other: '{count} nouveaux messages' },
  said: '{name} : {text}',
  write: 'Écrire un message',
  send: 'Envoyer',
  previews: 'Nous voyons ce que vous écrivez avant l’envoi.',

  stored: 'Ce que vous écrivez est enregistré pour que nous puissions répondre.',
  whatWeStore: 'Ce que nous enregistrons',
  earlierOnes: 'Conversations précédentes',

  partMissing: 'Une partie de la discussion n’a pas pu être chargée. Vous pouvez continuer d’écrire.',
  loadAgain: 'La recharger',
}
