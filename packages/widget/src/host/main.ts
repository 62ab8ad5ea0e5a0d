export { openHost as open } from './host.ts'
