import { DrmAccounts } from '@collections/media/DrmAccounts'
import { IncomingFiles } from '@collections/media/IncomingFiles'
import { Media } from '@collections/media/Media'
import { MediaFolders } from '@collections/media/MediaFolders'
import { SpeechAccounts } from '@collections/media/SpeechAccounts'
import { Transcripts } from '@collections/media/Transcripts'
import { VideoAccounts } from '@collections/media/VideoAccounts'
import { VideoEvents } from '@collections/media/VideoEvents'
import { Videos } from '@collections/media/Videos'
import { checkProtection, protectFilms, showProtection } from '@endpoints/media/filmProtection'
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
import { askTranscript } from '@endpoints/media/transcripts'
import { retryVideo } from '@endpoints/media/videos'
import {
  bunnyWebhook,
  checkVideoAccount,
  filmCaptions,
  muxWebhook,
} from '@endpoints/media/videoAccounts'
import { makeAvifOnContentChanged, makeMissingAvifOften } from '@hooks/media/avif'
import { sweepArrivalsOften } from '@hooks/media/incoming'
import { eraseFilesOnContentChanged } from '@hooks/media/media'
import { purgeCdnOnContentChanged } from '@hooks/media/publicFiles'

import {
  forgetFilmReportsOften,
  pushCaptionsOnContentChanged,
  queueMissingVideosOften,
  queueVideoOnContentChanged,
  removeFilmOnVideoLeft,
} from '@hooks/media/videos'

import { domain } from './support/domain'

export const media = domain({
  collections: [
    { ...Media, endpoints: [mediaFile] },
    DrmAccounts,
    MediaFolders,
    IncomingFiles,
    SpeechAccounts,
    Transcripts,
    VideoAccounts,
    VideoEvents,
    Videos,
  ],
  endpoints: [
    askTranscript,
    beginUpload,
    deleteLibraryFiles,
    filePoster,
    fileWaveform,
    bunnyWebhook,
    checkProtection,
    checkVideoAccount,
    filmCaptions,
    finishUpload,
    giveUpUpload,
    listLibrary,
    listUploads,
    moveLibraryFiles,
    muxWebhook,
    protectFilms,
    retryVideo,
    showFile,
    showProtection,
    showUpload,
    uploadParts,
  ],
  reactions: [
    eraseFilesOnContentChanged,
    makeAvifOnContentChanged,
    purgeCdnOnContentChanged,
    pushCaptionsOnContentChanged,
    queueVideoOnContentChanged,
    removeFilmOnVideoLeft,
  ],
  tasks: [
    forgetFilmReportsOften,
    makeMissingAvifOften,
    queueMissingVideosOften,
    sweepArrivalsOften,
  ],
})
