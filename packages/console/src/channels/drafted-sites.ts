import { readSite, SITES_MAX, type SiteFault } from '@portico/protocol/sites'

export type DraftedSites =
  | { state: 'whole'; sites: string[] }
  /** `line` counts from 1; of too many there is no one line at fault. */
  | { state: 'faulty'; line: number; written: string; fault: SiteFault }
  | { state: 'too-many'; count: number }

/** The lines of the field as they will be published: empty ones say nothing, and each site is said once. */
export function draftedSites(lines: readonly string[]): DraftedSites {
  const sites = new Set<string>()
  for (const [at, written] of lines.entries()) {
    if (written.trim() === '') continue
    const read = readSite(written)
    if (read.state === 'faulty') return { ...read, line: at + 1, written: written.trim() }
    sites.add(read.site)
  }
  return sites.size > SITES_MAX ? { state: 'too-many', count: sites.size } : { state: 'whole', sites: [...sites] }
}
