/** The table of contents of the settings. */
export const texts = {
  contents: {
    label: 'All settings',
    find: 'Find a setting',
    nothing: (words: string) => `No setting is called “${words}”.`,
    groups: {
      you: 'You',
      workspace: 'Workspace',
      people: 'People',
      answering: 'Answering',
      connections: 'Connections',
      data: 'Data',
    },
  },
}
