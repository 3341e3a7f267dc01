import { Media } from '@collections/media/Media'
import { Videos } from '@collections/media/Videos'
import { mediaFile } from '@endpoints/media/file'
import { makeAvifOnContentChanged, makeMissingAvifOften } from '@hooks/media/avif'
import { eraseFilesOnContentChanged } from '@hooks/media/media'
import { purgeCdnOnContentChanged } from '@hooks/media/publicFiles'

import { queueMissingVideosOften, queueVideoOnContentChanged } from '@hooks/media/videos'

import { domain } from './support/domain'

export const media = domain({
  collections: [{ ...Media, endpoints: [mediaFile] }, Videos],
  reactions: [
    eraseFilesOnContentChanged,
    makeAvifOnContentChanged,
    purgeCdnOnContentChanged,
    queueVideoOnContentChanged,
  ],
  tasks: [makeMissingAvifOften, queueMissingVideosOften],
})
