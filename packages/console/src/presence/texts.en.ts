/** Who is there. */
export const texts = {
  presence: {
    active: 'Active',
    away: 'Away',
    unavailable: 'Unavailable',
    out: 'Logged out',
    explained: {
      active: 'Online and takes conversations',
      away: 'Online, did nothing for 5 minutes',
      unavailable: 'Not there for visitors',
      out: 'No console open',
    },
    reach: 'Whose conversations reach you',
    stops: {
      everybody: { name: 'Available', meaning: 'Visitors and colleagues' },
      internal: { name: 'Colleagues only', meaning: 'Visitors do not count on you' },
      unavailable: { name: 'Unavailable', meaning: 'Open conversations stay yours' },
    },
    switch: (stop: string) => `${stop}, change availability`,
  },
}
