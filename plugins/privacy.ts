import { DataExports } from '@collections/privacy/DataExports'
import { RetentionRuns } from '@collections/privacy/RetentionRuns'
import {
  askOwnExport,
  askPersonExport,
  listOwnExports,
  listPersonExports,
  ownExportFile,
  personExportFile,
} from '@endpoints/privacy/dataExports'
import {
  dropDataExportsOnAccountErased,
  forgetDataExportsHourly,
  makeOnDataExportAsked,
} from '@hooks/privacy/dataExports'

import { clearOldDataNightly } from '@hooks/privacy/retention'

import { domain } from './support/domain'

export const privacy = domain({
  collections: [DataExports, RetentionRuns],
  endpoints: [
    askOwnExport,
    listOwnExports,
    ownExportFile,
    askPersonExport,
    listPersonExports,
    personExportFile,
  ],
  reactions: [makeOnDataExportAsked, dropDataExportsOnAccountErased],
  tasks: [clearOldDataNightly, forgetDataExportsHourly],
})
