import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

/** A server that speaks Have I Been Pwned's range API, with padding, about the passwords it is given. */
export const startRange = async (breached: readonly string[]) => {
  const asked: string[] = []
  const hashes = breached.map((one) => createHash('sha1').update(one).digest('hex').toUpperCase())
  let isUp = true
  const server = createServer(({ headers, url = '' }, response) => {
    const prefix = url.split('/').at(-1) ?? ''
    asked.push(url)
    if (!isUp || !/^[0-9A-F]{5}$/.test(prefix)) {
      response.writeHead(isUp ? 400 : 503).end()

      return
    }
    const known = hashes.filter((one) => one.startsWith(prefix)).map((one) => `${one.slice(5)}:42`)
    const padding = headers['add-padding'] === 'true' ? [`${'0'.repeat(35)}:0`] : []
    response.end([...known, ...padding].join('\r\n'))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0

  return {
    asked,
    close: () => new Promise<void>((done) => server.close(() => done())),
    fail: () => {
      isUp = false
    },
    url: `http://127.0.0.1:${port}/range`,
  }
}
