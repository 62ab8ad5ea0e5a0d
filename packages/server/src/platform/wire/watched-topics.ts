import type { Topic } from '@portico/protocol/topics'
import type { Authority } from '../actor.ts'
import type { Audiences } from '../audiences.ts'

/** What one connection has asked to watch. Some of it its person may watch for now, whatever he is: that is asked again and again. */
export class WatchedTopics {
  #topics = new Set<Topic>()
  #forNow = new Set<Topic>()
  #audiences: Audiences

  constructor(audiences: Audiences) {
    this.#audiences = audiences
  }

  size = (): number => this.#topics.size
  has = (topic: Topic): boolean => this.#topics.has(topic)
  add = (topic: Topic): void => void this.#topics.add(topic)

  delete(topic: Topic): void {
    this.#topics.delete(topic)
    this.#forNow.delete(topic)
  }

  async allowed(topics: readonly Topic[], authority: Authority): Promise<Topic[]> {
    const may = await Promise.all(topics.map((topic) => this.#audiences.may(authority, topic)))
    for (const [i, topic] of topics.entries()) {
      if (may[i] === 'now') this.#forNow.add(topic)
      else this.#forNow.delete(topic)
    }
    return topics.filter((_, i) => may[i])
  }

  /** Those that may still be watched: all are doubted where the person has changed, else what is his for now. */
  async stillAllowed(authority: Authority, { changed }: { changed: boolean }): Promise<(topic: Topic) => boolean> {
    const doubted = [...this.#topics].filter((topic) => changed || this.#forNow.has(topic))
    const still = await this.allowed(doubted, authority)
    return (topic) => this.#topics.has(topic) && (still.includes(topic) || !doubted.includes(topic))
  }
}
