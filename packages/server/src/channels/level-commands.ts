import { findOperator } from '../auth/reads.ts'
import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { grantLevel, follow, standElsewhere } from './grant-level.ts'
import type { Channels } from './index.ts'
import { findTeam, readGrants, readPeople, readTeams, TEAMS_MAX } from './level-reads.ts'
import { mayGrant } from './policy.ts'
import { findChannel } from './reads.ts'
import { keyOf, shiftsBetween } from './standing.ts'

type Sent = 'channel.grant' | 'team.make' | 'team.rename' | 'team.remove' | 'team.add' | 'team.drop' | 'levels.follow'

/** Who has which level in which channel, and the teams by which many have one at once. */
export const levelCommands: Pick<Channels['commands'], Sent> = {
  'channel.grant': async (tx, { channel, to, level }, { actor, now }) => {
    const refused = mayGrant(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    if (!(await findChannel(tx, channel))) return refuse('not-found')
    if (to.kind === 'team' && !(await findTeam(tx, to.id))) return refuse('not-found')
    const person = to.kind === 'operator' ? await findOperator(tx, to.id) : undefined
    if (to.kind === 'operator' && (!person || person.revokedAt !== null)) return refuse('not-found')
    return grantLevel(tx, { channel, to, level, by: actor.id, at: now() })
  },
  'team.make': async (tx, { team, name }, { actor, now }) => {
    const refused = mayGrant(actor)
    if (refused) return refused
    const teams = await readTeams(tx)
    if (teams.length >= TEAMS_MAX || teams.some((each) => each.id === team || isCalled(each, name))) return refuse('exists')
    return [{ type: 'team.made', team: { id: team, name: name.trim(), members: [] }, at: now() }]
  },
  'team.rename': async (tx, { team: id, name }, { actor }) => {
    const refused = mayGrant(actor)
    if (refused) return refused
    const teams = await readTeams(tx)
    const team = teams.find((each) => each.id === id)
    if (!team) return refuse('not-found')
    if (teams.some((each) => each.id !== id && isCalled(each, name))) return refuse('exists')
    return team.name === name.trim() ? [] : [{ type: 'team.renamed', team: { ...team, name: name.trim() } }]
  },
  'team.remove': async (tx, { team: id }, { actor, now }) => {
    const refused = mayGrant(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const team = await findTeam(tx, id)
    if (!team) return refuse('not-found')
    const [people, all] = [await readPeople(tx, { kind: 'team', id }), await readGrants(tx)]
    const own = all.filter(({ to }) => keyOf(to) === keyOf({ kind: 'team', id }))
    const channels = own.map(({ channel }) => channel)
    const grants = all.filter(({ channel }) => channels.includes(channel))
    const shifts = shiftsBetween({ grants, people }, { grants: grants.filter((grant) => !own.includes(grant)), people })
    return [{ type: 'team.removed', team, channels }, ...(await follow(tx, shifts, { by: actor.id, at: now() }))]
  },
  'team.add': async (tx, { team: id, operator }, { actor, now }) => {
    const refused = mayGrant(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const team = await findTeam(tx, id)
    const [person] = await readPeople(tx, { kind: 'operator', id: operator })
    if (!team || !person) return refuse('not-found')
    if (team.members.includes(operator)) return []
    const members = [...team.members, operator].sort()
    const after = { ...person, teams: [...person.teams, id] }
    const at = now()
    return [
      { type: 'team.joined', team: { ...team, members }, operator, at },
      ...(await standElsewhere(tx, { before: person, after, by: actor.id, at })),
    ]
  },
  'team.drop': async (tx, { team: id, operator }, { actor, now }) => {
    const refused = mayGrant(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const team = await findTeam(tx, id)
    if (!team) return refuse('not-found')
    const [person] = await readPeople(tx, { kind: 'operator', id: operator })
    if (!person?.teams.includes(id)) return []
    const members = team.members.filter((each) => each !== operator)
    const after = { ...person, teams: person.teams.filter((each) => each !== id) }
    return [
      { type: 'team.left', team: { ...team, members }, operator },
      ...(await standElsewhere(tx, { before: person, after, by: actor.id, at: now() })),
    ]
  },
  'levels.follow': internal(async (tx, { operator, was }, { now }) => {
    const [person] = await readPeople(tx, { kind: 'operator', id: operator })
    if (!person) return []
    return standElsewhere(tx, { before: { ...person, role: was }, after: person, by: null, at: now() })
  }),
}

const isCalled = (team: { name: string }, name: string) => team.name.toLowerCase() === name.trim().toLowerCase()
