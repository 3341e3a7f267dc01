import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'

import { asPlatform } from '@/database/scope'
import { askReplay } from '@/operations/commerce/replay'

/*
 * npm run replay -- <school> [event] goes through what payment providers reported to a school again, or through one
 * report of it, by its id. A worker does the rest; what was applied changes nothing.
 */
const [school = '', event] = process.argv.slice(2)
const payload = await getPayload({ config, disableOnInit: true })
const events = await asPlatform(async () =>
  askReplay({ ...(event && { event }), req: await createLocalReq({}, payload), school }),
)
process.stdout.write(
  events === null
    ? 'There is no such school, or no such event.\n'
    : `Events to be gone through again: ${events}\n`,
)
process.exit(events === null ? 1 : 0)
