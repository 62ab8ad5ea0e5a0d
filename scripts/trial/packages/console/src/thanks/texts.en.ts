/** What visitors thank for. */
export const texts = {
  thanks: {
    title: 'Thanks',
    yes: 'The visitor has said thank you',
    no: 'Not yet',
    takes: 'Visitors may say thank you at the end',
  },
}
