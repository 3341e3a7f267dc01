import { Media } from '@collections/media/Media'
import { mediaFile } from '@endpoints/media/file'
import { makeAvifOnContentChanged, makeMissingAvifOften } from '@hooks/media/avif'
import { eraseFilesOnContentChanged } from '@hooks/media/media'
import { purgeCdnOnContentChanged } from '@hooks/media/publicFiles'

import { domain } from './support/domain'

export const media = domain({
  collections: [{ ...Media, endpoints: [mediaFile] }],
  reactions: [eraseFilesOnContentChanged, makeAvifOnContentChanged, purgeCdnOnContentChanged],
  tasks: [makeMissingAvifOften],
})
