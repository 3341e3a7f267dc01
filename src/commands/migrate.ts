import { getPayload } from 'payload'

import { closeHosts } from '@/database/hosts'
import { migrate } from '@/database/migrate'
import { actAsOwner } from '@/env'
import { reactionsOf } from '@/operations/events/runReaction'
import { tasksOf } from '@/operations/events/work'

actAsOwner()

const { applied } = await migrate({
  makePayload: async () => {
    const { default: config } = await import('@payload-config')

    return getPayload({ config, disableOnInit: true })
  },
  queues: (payload) => [...reactionsOf(payload), ...tasksOf(payload)].map(({ name }) => name),
})
await closeHosts()
process.stdout.write(`Migrations applied: ${applied}\n`)
process.exit(0)
