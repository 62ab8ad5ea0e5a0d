import { channelsTexts } from '../channels/texts.ts'
import type { Room } from '../rooms/room.ts'
import { customersTexts } from './texts.ts'

export const customers: Room = {
  texts: [customersTexts, channelsTexts],
  channelSections: [
    {
      key: 'customers',
      name: { en: 'Customers', fr: 'Clients' },
      load: async () => (await import('./customers-section.tsx')).CustomersSection,
    },
  ],
}
