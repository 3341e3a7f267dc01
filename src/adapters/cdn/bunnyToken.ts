import { createHmac } from 'node:crypto'

/**
 * What stands first in the path of all files of a folder, which begins and ends with a slash, until `until`, in seconds: a directory token of
 * Bunny's advanced token authentication, `HS256-` and HMAC-SHA-256 of folder, end and parameters in the order of their names. `viewer` is one of
 * those, which changes nothing but stands in the network's log.
 */
export const pathToken = ({
  folder,
  key,
  until,
  viewer,
}: {
  folder: string
  key: string
  until: number
  viewer?: string
}): string => {
  const named = viewer ? `&viewer=${viewer}` : ''
  const said = `${folder}${until}token_path=${folder}${named}`
  const token = createHmac('sha256', key).update(said).digest('base64url')

  return `bcdn_token=HS256-${token}&expires=${until}&token_path=${encodeURIComponent(folder)}${named}`
}
