import { getPayload } from 'payload'

import { closeHosts } from '@/database/hosts'
import { migrate } from '@/database/migrate'
import { actAsOwner } from '@/env'
import { reactionsOf } from '@/operations/events/runReaction'
import { tasksOf } from '@/operations/events/work'
import { ensurePlatform } from '@/seed/platform'

actAsOwner()

const makePayload = async () => {
  const { default: config } = await import('@payload-config')

  return getPayload({ config, disableOnInit: true })
}

const { applied } = await migrate({
  makePayload,
  queues: (payload) => [...reactionsOf(payload), ...tasksOf(payload)].map(({ name }) => name),
})
await ensurePlatform(await makePayload())
await closeHosts()
process.stdout.write(`Migrations applied: ${applied}\n`)
process.exit(0)
