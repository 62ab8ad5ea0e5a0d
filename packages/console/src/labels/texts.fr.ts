import { pluralIn } from '../messages/plural.ts'
import type { texts as en } from './texts.en.ts'

const plural = pluralIn('fr')

export const texts: typeof en = {
  labels: {
    tags: (count) => `${count} ${plural(count, { one: 'étiquette', other: 'étiquettes' })}`,
    state: (kinds, languages) =>
      `${kinds} ${plural(kinds, { one: 'domaine', other: 'domaines' })}, ${languages} ${plural(languages, { one: 'langue', other: 'langues' })}`,
    tagsText: 'De quoi parlent les conversations. Chacun peut en créer, aussi depuis une conversation.',
    expertise: 'Compétences',
    expertiseText: 'Ce que certains connaissent le mieux. Une conversation qui le demande leur est proposée d’abord.',
    name: 'Nom',
    colour: 'Couleur',
    colours: { 1: 'Vert', 2: 'Bleu', 3: 'Orangé', 4: 'Rose', 5: 'Jaune', 6: 'Mauve' },
    colourOf: (name) => `Couleur de ${name}`,
    nameOf: (name) => `Nom de ${name}`,
    add: 'Ajouter',
    newTag: 'Nouvelle étiquette',
    newExpertise: 'Nouvelle compétence',
    remove: 'Supprimer',
    removeOf: (name) => `Supprimer ${name}`,
    removeAsk: (name) => `Supprimer « ${name} » ?`,
    removeText: 'Elle disparaît de toutes les conversations et de chez tous. Les autres restent.',
    taken: 'Ce nom existe déjà.',
    empty: {
      title: 'Aucune étiquette',
      text: 'Elles distinguent les conversations : « casse », « livraison », « liste de mariage ». Ajoutez la première ci-dessus.',
    },
    noExpertise: { title: 'Aucune compétence', text: 'Par exemple « émail » ou « vente en gros » : ce que tous ne savent pas.' },
    knownBy: (names) => names,
    knownByNobody: 'Personne ne la possède encore',
  },
  skills: {
    savedAtOnce: 'Enregistré aussitôt',
    title: 'Langues et compétences',
    text: 'Les visiteurs sont dirigés vers qui parle leur langue et connaît leur sujet.',
    languages: 'Répond en',
    languagesHint: 'La première est celle dans laquelle vous répondez le plus facilement.',
    addLanguage: 'Ajouter une langue',
    noLanguage: 'Aucune langue indiquée',
    country: 'Pays',
    countryHint: 'Quand personne ne répond dans leur langue, les visiteurs de ce pays vous sont proposés d’abord.',
    noCountry: 'Non indiqué',
    expertise: 'S’y connaît en',
    noExpertise: 'Aucune compétence à choisir. Propriétaires et administrateurs les ajoutent dans les réglages.',
    edit: 'Langues et compétences',
    editOf: (name) => `Langues et compétences de ${name}`,
    people: 'Personnes',
    nothing: 'Rien d’indiqué',
    done: 'Terminé',
  },
}
