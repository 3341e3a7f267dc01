const PATH = /\/api\/media\/file\/[^?]+/

/** A moment that names a version of a file: it changes whenever its row does. */
export const versionOf = (updatedAt: Date | string): string =>
  String(new Date(updatedAt).getTime())

/**
 * The address of a public file that never changes what it answers: it names its school, so that any host of the
 * platform can serve it, and its version. `cdn` is the origin it is fetched from, '' for the page's own. Addresses of
 * anything but an uploaded file stay as they are.
 */
export const publicUrl = ({
  cdn,
  tenant,
  updatedAt,
  url,
}: {
  cdn: string
  tenant: string
  updatedAt: Date | string
  url: string
}): string => {
  const [path] = PATH.exec(url) ?? []

  return path ? `${cdn}${path}?prefix=${tenant}&v=${versionOf(updatedAt)}` : url
}
