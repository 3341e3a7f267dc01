/** Where the files of a transfer lie in the storage until it is forgotten. */
export const transferFolder = ({
  tenant,
  transfer,
}: {
  tenant: string
  transfer: string
}): string => `${tenant}/transfers/${transfer}`

/** Where one part of an uploaded file lies, counted from 0. */
export const partKey = (at: { part: number; tenant: string; transfer: string }): string =>
  `${transferFolder(at)}/parts/${at.part}`

/** Where the file of one exported course lies until all of them are put together. */
export const courseKey = (at: { place: number; tenant: string; transfer: string }): string =>
  `${transferFolder(at)}/courses/${at.place}.zip`

/** Where a file to be fetched lies, counted from 1. */
export const resultKey = (at: { number: number; tenant: string; transfer: string }): string =>
  `${transferFolder(at)}/results/${at.number}.zip`
