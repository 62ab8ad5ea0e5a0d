/** Who is there. */
export const texts = {
  presence: {
    active: 'Active',
    away: 'Away',
    inactive: 'Inactive',
    unavailable: 'Unavailable',
    out: 'Logged out',
    explained: {
      active: 'Online and takes conversations',
      away: (minutes: string) => `Did nothing for ${minutes} min, or has no console open`,
      inactive: 'In a conversation: has not taken it yet, or has left it',
      unavailable: 'Not there for visitors',
      out: 'Signed out, or the session has ended',
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
