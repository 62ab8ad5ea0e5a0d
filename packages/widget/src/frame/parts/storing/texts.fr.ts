import type { StoringTexts } from './texts.en.ts'

export const texts: StoringTexts = {
  lead: 'Pour que nous puissions vous répondre et que vous retrouviez la réponse :',
  withUs: 'Chez nous',
  said: 'Ce que vous écrivez ici, avec l’heure',
  who: 'Votre nom et votre adresse, si vous les donnez',
  page: 'La page où vous avez commencé, sans ce que son adresse a de secret, et votre langue',
  onDevice: 'Sur cet appareil',
  key: 'Une clé qui ouvre vos conversations, et celles de personne d’autre',
  unsent: 'Ce que vous n’avez pas encore envoyé, jusqu’à la fermeture de l’onglet',
  nothing: 'Rien n’est enregistré avant que vous écriviez ou fermiez cette fenêtre, et rien n’est chargé d’ailleurs.',
}
