import { pluralIn } from '../messages/plural.ts'

const plural = pluralIn('en')

/** What conversations are about and need, and what people speak and know. */
export const texts = {
  labels: {
    tags: (count: number) => `${count} ${plural(count, { one: 'tag', other: 'tags' })}`,
    state: (kinds: number, languages: number) =>
      `${kinds} ${plural(kinds, { one: 'kind', other: 'kinds' })}, ${languages} ${plural(languages, { one: 'language', other: 'languages' })}`,
    tagsText: 'What conversations are about. Whoever answers may make one, also from a conversation.',
    expertise: 'Expertise',
    expertiseText: 'What some of you know best. A conversation that needs it is offered to them first.',
    name: 'Name',
    colour: 'Colour',
    colours: { 1: 'Green', 2: 'Blue', 3: 'Orange', 4: 'Pink', 5: 'Yellow', 6: 'Violet' },
    colourOf: (name: string) => `Colour of ${name}`,
    nameOf: (name: string) => `Name of ${name}`,
    add: 'Add',
    newTag: 'New tag',
    newExpertise: 'New expertise',
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    removeAsk: (name: string) => `Remove “${name}”?`,
    removeText: 'It disappears from all conversations and people. Others keep theirs.',
    taken: 'There is one of that name.',
    empty: {
      title: 'No tags yet',
      text: 'Tags tell conversations apart: “breakage”, “delivery”, “wedding list”. Add the first one above.',
    },
    noExpertise: { title: 'No expertise yet', text: 'Such as “glaze” or “wholesale”: what not everybody can answer.' },
    knownBy: (names: string) => names,
    knownByNobody: 'Nobody knows it yet',
  },
  skills: {
    savedAtOnce: 'Saved at once',
    title: 'Languages and expertise',
    text: 'Visitors are brought to whoever speaks their language and knows what they ask about.',
    languages: 'Answers in',
    languagesHint: 'The first is the one you answer in with most ease.',
    addLanguage: 'Add a language',
    noLanguage: 'No language said',
    country: 'Country',
    countryHint: 'Where nobody answers in their language, visitors from there come to you first.',
    noCountry: 'Not said',
    expertise: 'Knows about',
    noExpertise: 'There is no expertise to choose from. Owners and administrators add it in the settings.',
    edit: 'Languages and expertise',
    editOf: (name: string) => `Languages and expertise of ${name}`,
    people: 'People',
    nothing: 'Nothing said yet',
    done: 'Done',
  },
}
