/** How a file of personal data stands. */
type DataExportState = 'done' | 'failed' | 'waiting' | 'working'

/** Of `parts` parts `done` are written; `size` in bytes and `expiresAt` (ISO 8601) once it can be fetched. */
export type DataExportReport = {
  id: string
  createdAt: string
  done: number
  expiresAt: null | string
  parts: number
  size: null | number
  state: DataExportState
}

/** Days for which a file can be fetched. */
export const EXPORT_DAYS = 7

/** Times a file is begun before it counts as failed. */
export const MOST_EXPORT_ATTEMPTS = 5

/** Bytes of stored files that one archive takes: the format ends at 4 GB, and texts need room. */
export const MOST_EXPORTED_FILES = 3.5 * 1024 ** 3

/** Where all files of personal data of one person lie. */
export const exportsFolder = ({ account, tenant }: { account: string; tenant: string }): string =>
  `${tenant}/personal-data/${account}`

/** Where one of them lies. */
export const exportKey = ({
  id,
  account,
  tenant,
}: {
  account: string
  id: string
  tenant: string
}): string => `${exportsFolder({ account, tenant })}/${id}.zip`
