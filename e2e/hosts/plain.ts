import { pageOf, type Host } from './host.ts'

/** Two pages, loaded one after the other. */
export const plain: Host = { name: 'plain', html: (page) => pageOf(page) }
