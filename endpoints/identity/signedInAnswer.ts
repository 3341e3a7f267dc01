/** What a browser is told that is signed in now: JSON without the cookies, which go as headers. */
export const signedInAnswer = (
  { cookies, ...said }: { cookies: string[] },
  more: object = {},
): Response => {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  for (const cookie of cookies) {
    headers.append('Set-Cookie', cookie)
  }

  return Response.json({ ...said, ...more }, { headers })
}
