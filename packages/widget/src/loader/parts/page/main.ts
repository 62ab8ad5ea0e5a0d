export { openPage as open } from './page.ts'
