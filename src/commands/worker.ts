import { randomUUID } from 'node:crypto'
import os from 'node:os'

import config from '@payload-config'
import { getPayload } from 'payload'

import { startWorking } from '@/operations/events/work'
import { startHandingOver } from '@/operations/media/handOver'
import { startPreparing } from '@/operations/media/prepareVideos'
import { startTranscribing } from '@/operations/media/transcripts'

const payload = await getPayload({ config })
const { stop } = await startWorking({
  id: `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
  payload,
})
const preparing = await startPreparing({ payload })
const handing = await startHandingOver({ payload })
const transcribing = await startTranscribing({ payload })
process.stdout.write('The worker is working.\n')

/** Finishes the jobs in hand and puts films back for another worker, then leaves; a second signal leaves at once. */
let leaving = false
const leave = () => {
  if (leaving) {
    process.exit(1)
  }
  leaving = true
  void Promise.all([preparing.stop(), handing.stop(), transcribing.stop(), stop()]).finally(() =>
    process.exit(0),
  )
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, leave)
}
