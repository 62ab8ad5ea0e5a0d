import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  palette: {
    title: 'Aller à, ou faire',
    placeholder: 'Chercher ou aller à',
    screens: 'Écrans',
    actions: 'Actions',
    conversations: 'Conversations',
    said: 'Dit dans les conversations',
    people: 'Collègues',
    choose: 'choisir',
    go: 'ouvrir',
    leave: 'quitter',
    nothing: (words) => `Rien ne correspond à « ${words} »`,
  },
  keys: {
    title: 'Touches',
    text: 'Elles agissent quand vous n’écrivez pas. Les réglages permettent de les couper.',
    inComposer: 'dans une réponse vide',
    send: 'Envoyer',
    breakLine: 'Nouvelle ligne',
    enter: 'Entrée',
    shift: 'Maj',
    control: 'Ctrl',
    escape: 'Échap',
    tab: 'Tab',
  },
}
