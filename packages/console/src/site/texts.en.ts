/** The site that all this is for. */
export const texts = {
  site: {
    group: 'Your site',
    text: 'Visitors see both. A channel that has colours of its own keeps them.',
    days: 'Days',
    daysText: 'When a day begins and ends in figures and reports.',
    zone: 'Time zone',
    saved: 'Saved. Visitors see it within a minute.',
  },
}
