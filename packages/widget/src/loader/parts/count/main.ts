export { openCount as open } from './count.ts'
