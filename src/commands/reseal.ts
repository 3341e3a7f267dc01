import { closeHosts } from '@/database/hosts'
import { reseal } from '@/operations/tenancy/reseal'

/*
 * npm run reseal seals every secret anew that another key than the first of SEALING_KEYS sealed, and ends with 1 where a
 * text is left that no key opens. It may be cut off and run again.
 */
const done = await reseal()
for (const { column, left, sealed, table } of done) {
  process.stdout.write(`${table}.${column}: ${sealed} sealed anew, ${left} left.\n`)
}
process.stdout.write(done.length === 0 ? 'Everything is sealed under the present key.\n' : '')
await closeHosts()
process.exit(done.some(({ left }) => left > 0) ? 1 : 0)
