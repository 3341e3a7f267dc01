import { createReadStream } from 'node:fs'

import { closeHosts } from '@/database/hosts'
import { readEdgeLog } from '@/operations/learning/edgeLogs'

/* npm run edge-logs -- <file>… adds what a content delivery network sent, by its logs, to the count of traffic; no line twice. */
const logs = process.argv.slice(2)
let hasFailed = logs.length === 0
for (const log of logs) {
  const said = await readEdgeLog(createReadStream(log)).then(
    ({ again, bytes, counted, other, unread }) =>
      `${counted} lines counted, ${bytes} bytes; ${again} were counted before, ${other} are of nothing that is counted, ${unread} could not be read.`,
    (error: unknown) => {
      hasFailed = true

      return `not read to its end (${error instanceof Error ? error.message : String(error)}). What was counted stays; read it again.`
    },
  )
  process.stdout.write(`${log}: ${said}\n`)
}
if (logs.length === 0) {
  process.stdout.write('Name the logs to be read.\n')
}
await closeHosts()
process.exit(hasFailed ? 1 : 0)
