import type { ScheduledTask } from '@hooks/events/reaction'

import {
  dropDataExports,
  forgetDataExports,
  makeDataExport,
} from '@/operations/privacy/export/work'
import { reaction } from '@hooks/events/reaction'

/** Makes a file of personal data. */
export const makeOnDataExportAsked = reaction({
  name: 'makeOnDataExportAsked',
  on: 'dataExport.asked',
  run: ({ data, req: { payload }, tenant }) => makeDataExport({ id: data.export, payload, tenant }),
  transaction: false,
})

/** Drops the files of an erased account. */
export const dropDataExportsOnAccountErased = reaction({
  name: 'dropDataExportsOnAccountErased',
  on: 'account.erased',
  run: ({ data: { account }, req, tenant }) => dropDataExports({ account, req, tenant }),
  transaction: false,
})

const EVERY_HOUR = '35 * * * *'

/** Forgets files of personal data whose days are over. Every hour. */
export const forgetDataExportsHourly: ScheduledTask = {
  name: 'forgetDataExportsHourly',
  cron: EVERY_HOUR,
  run: ({ req: { payload } }) => forgetDataExports(payload),
}
