import { openLocalMembers, type MembersRoom } from './local-members.ts'
import { membersContract } from './members-contract.ts'

const room: MembersRoom = new Set()
membersContract('the members of one process', async () => {
  const members = openLocalMembers(room)
  return { members, lapse: members.close, close: members.close }
})
