import config from '@payload-config'
import { getPayload } from 'payload'

import { seedDemo } from '@/seed/demo'

await seedDemo({
  payload: await getPayload({ config }),
  say: (line) => process.stdout.write(`${line}\n`),
})
process.exit(0)
