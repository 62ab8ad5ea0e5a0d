// A process that does one of attacks.ts to a server, until it is ended.
import { ATTACKS, type Target } from './attacks.ts'

const [name = '', target = '{}'] = process.argv.slice(2)
const attack = ATTACKS[name]
if (!attack) throw new Error(`no attack is called ${name}`)
process.stdout.write('attacks\n')
attack.run(JSON.parse(target) as Target) // abuse.ts says it
