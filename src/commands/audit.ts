import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'

import { systemPool } from '@/database/hosts'
import { asPlatform } from '@/database/scope'
import { verifyAudit } from '@/operations/events/verifyAudit'

/*
 * npm run audit -- [school] [number:hash] computes the audit log of every school anew, or of one by its slug, and ends with 1 where anything in it is
 * another than it was written. `number:hash` is what an earlier run said of the school.
 */
const [school = '', known = ''] = process.argv.slice(2)
const [number, hash] = known.split(':')
const payload = await getPayload({ config, disableOnInit: true })
const { rows: schools } = await systemPool().query<{ id: string; slug: string }>(
  `select id, slug from tenants where $1 = '' or slug = $1 order by slug`,
  [school],
)
let isSound = schools.length > 0
for (const { id, slug } of schools) {
  const { entries, faults, head } = await asPlatform(async () =>
    verifyAudit({
      ...(number && hash && { known: { hash, number: Number(number) } }),
      req: await createLocalReq({}, payload),
      tenant: id,
    }),
  )
  isSound &&= faults.length === 0
  const end = head ? ` ${head.number}:${head.hash}` : ''
  process.stdout.write(`${slug}: ${entries} entries, ${faults.length} faults.${end}\n`)
  for (const { fault, number: at } of faults) {
    process.stdout.write(`  ${at ?? '?'} ${fault}\n`)
  }
}
process.stdout.write(schools.length === 0 ? 'There is no such school.\n' : '')
process.exit(isSound ? 0 : 1)
