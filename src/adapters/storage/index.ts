import { env } from '@/env'

import type { Storage } from './types'

import { diskStorage } from './disk'
import { s3Storage } from './s3'

let chosen: Storage | undefined

const choose = (): Storage => {
  const { S3_ACCESS_KEY_ID, S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_SECRET_ACCESS_KEY, UPLOADS_DIR } =
    env()
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return diskStorage(UPLOADS_DIR)
  }

  return s3Storage({
    accessKeyId: S3_ACCESS_KEY_ID,
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  })
}

/** Where this installation keeps files: the bucket of `S3_BUCKET`, else the folder `UPLOADS_DIR`. */
export const storage = (): Storage => (chosen ??= choose())

let backups: Storage | undefined

const chooseBackups = (): Storage => {
  const {
    BACKUPS_DIR,
    BACKUPS_S3_ACCESS_KEY_ID,
    BACKUPS_S3_BUCKET,
    BACKUPS_S3_ENDPOINT,
    BACKUPS_S3_REGION,
    BACKUPS_S3_SECRET_ACCESS_KEY,
    S3_REGION,
  } = env()
  if (!BACKUPS_S3_BUCKET || !BACKUPS_S3_ACCESS_KEY_ID || !BACKUPS_S3_SECRET_ACCESS_KEY) {
    return diskStorage(BACKUPS_DIR)
  }

  return s3Storage({
    accessKeyId: BACKUPS_S3_ACCESS_KEY_ID,
    bucket: BACKUPS_S3_BUCKET,
    endpoint: BACKUPS_S3_ENDPOINT,
    region: BACKUPS_S3_REGION ?? S3_REGION,
    secretAccessKey: BACKUPS_S3_SECRET_ACCESS_KEY,
  })
}

/** Where this installation keeps its backups: the bucket of `BACKUPS_S3_BUCKET`, else the folder `BACKUPS_DIR`. */
export const backupStorage = (): Storage => (backups ??= chooseBackups())
