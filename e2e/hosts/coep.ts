import { pageOf, type Host } from './host.ts'

const isolated = (name: string, policy: string): Host => ({
  name,
  headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': policy },
  html: (page) => pageOf(page),
})

/** Pages that share memory between threads carry only what says that it may be carried. */
export const requireCorp = isolated('require-corp', 'require-corp')
export const credentialless = isolated('credentialless', 'credentialless')
