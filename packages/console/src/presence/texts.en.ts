/** Who is there. */
export const texts = {
  presence: {
    active: 'Active',
    unavailable: 'Unavailable',
    out: 'Logged out',
    explained: { active: 'Online and takes conversations', unavailable: 'Switched availability off', out: 'No session open' },
    reach: 'Whose conversations reach you',
    stops: {
      everybody: { name: 'Available', meaning: 'Visitors and colleagues' },
      internal: { name: 'Colleagues only', meaning: 'Visitors do not count on you' },
      unavailable: { name: 'Unavailable', meaning: 'Open conversations stay yours' },
    },
    switch: (stop: string) => `${stop}, change availability`,
  },
}
