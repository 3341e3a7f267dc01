const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where all of a person's pictures are kept. */
export const portraitFolder = ({ account, tenant }: { account: string; tenant: string }): string =>
  `${tenant}/people/${account}`

/** Where a person's picture is kept. `picture` is the id that the account carries; null for anything else. */
export const portraitKey = ({
  account,
  picture,
  tenant,
}: {
  account: string
  picture: null | string
  tenant: string
}): null | string =>
  picture && UUID.test(picture) ? `${portraitFolder({ account, tenant })}/${picture}.webp` : null

/** The address of a person's picture, or null; another picture has another address, so that browsers may keep it. */
export const portraitPath = ({
  account,
  picture,
}: {
  account: string
  picture: null | string | undefined
}): null | string =>
  picture && UUID.test(picture) ? `/api/people/${account}/picture?v=${picture}` : null

/** The largest file a picture is made from, in bytes. */
export const MOST_PORTRAIT_BYTES = 10 * 1024 * 1024
