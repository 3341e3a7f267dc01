import { IncomingFiles } from '@collections/media/IncomingFiles'
import { Media } from '@collections/media/Media'
import { MediaFolders } from '@collections/media/MediaFolders'
import { Videos } from '@collections/media/Videos'
import { mediaFile } from '@endpoints/media/file'
import {
  beginUpload,
  finishUpload,
  giveUpUpload,
  listUploads,
  showUpload,
  uploadParts,
} from '@endpoints/media/incoming'
import {
  deleteLibraryFiles,
  filePoster,
  fileWaveform,
  listLibrary,
  moveLibraryFiles,
  showFile,
} from '@endpoints/media/library'
import { retryVideo } from '@endpoints/media/videos'
import { makeAvifOnContentChanged, makeMissingAvifOften } from '@hooks/media/avif'
import { sweepArrivalsOften } from '@hooks/media/incoming'
import { eraseFilesOnContentChanged } from '@hooks/media/media'
import { purgeCdnOnContentChanged } from '@hooks/media/publicFiles'

import { queueMissingVideosOften, queueVideoOnContentChanged } from '@hooks/media/videos'

import { domain } from './support/domain'

export const media = domain({
  collections: [{ ...Media, endpoints: [mediaFile] }, MediaFolders, IncomingFiles, Videos],
  endpoints: [
    beginUpload,
    deleteLibraryFiles,
    filePoster,
    fileWaveform,
    finishUpload,
    giveUpUpload,
    listLibrary,
    listUploads,
    moveLibraryFiles,
    retryVideo,
    showFile,
    showUpload,
    uploadParts,
  ],
  reactions: [
    eraseFilesOnContentChanged,
    makeAvifOnContentChanged,
    purgeCdnOnContentChanged,
    queueVideoOnContentChanged,
  ],
  tasks: [makeMissingAvifOften, queueMissingVideosOften, sweepArrivalsOften],
})
