import { pageOf, type Host } from './host.ts'

/** A page in a sandbox that leaves it its origin. */
export const sandboxed: Host = {
  name: 'sandboxed',
  headers: { 'content-security-policy': 'sandbox allow-scripts allow-same-origin allow-forms' },
  html: (page) => pageOf(page),
}
