export { openBeside as open } from './beside.ts'
