/** The folder of one upload in the storage; it goes when the upload's row does. */
export const mediaFolder = ({ id, tenant }: { id: string; tenant: string }): string =>
  `${tenant}/media/${id}`

/** Where an upload's file, or one of its smaller sizes, is kept. */
export const mediaKey = (media: { filename: string; id: string; tenant: string }): string =>
  `${mediaFolder(media)}/${media.filename}`

/** The folder of all that was made of a film or a recording for watching; it goes when its file does. */
export const videoFolder = ({ id, tenant }: { id: string; tenant: string }): string =>
  `${tenant}/videos/${id}`

/** Where something that one run made is kept: `path` is a playlist, a segment, a picture. */
export const videoKey = (video: { id: string; path: string; run: string; tenant: string }): string =>
  `${videoFolder(video)}/${video.run}/${video.path}`

/** The folder of one file that was handed in; it goes when its row does. */
export const workFolder = ({ id, tenant }: { id: string; tenant: string }): string =>
  `${tenant}/work/${id}`

/** Where a file that was handed in is kept. */
export const workKey = (file: { filename: string; id: string; tenant: string }): string =>
  `${workFolder(file)}/${file.filename}`

/** Where a file that comes bit by bit to this machine is gathered. */
export const arrivingKey = ({ id, tenant }: { id: string; tenant: string }): string =>
  `${tenant}/arriving/${id}`

/** Where an infected file is kept apart. */
export const quarantineKey = ({ id, tenant }: { id: string; tenant: string }): string =>
  `${tenant}/quarantine/${id}`
