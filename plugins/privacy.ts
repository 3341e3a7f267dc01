import { DataExports } from '@collections/privacy/DataExports'
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

import { domain } from './support/domain'

export const privacy = domain({
  collections: [DataExports],
  endpoints: [
    askOwnExport,
    listOwnExports,
    ownExportFile,
    askPersonExport,
    listPersonExports,
    personExportFile,
  ],
  reactions: [makeOnDataExportAsked, dropDataExportsOnAccountErased],
  tasks: [forgetDataExportsHourly],
})
