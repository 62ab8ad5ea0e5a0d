/** The same for the topics that visitors have. The widget pays for every byte. */
export { chatSteps } from './conversations-of-visitors.ts'
