import { randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import S3rver from 's3rver'

/** Chosen before the server listens: modules beside this one are read before it does. */
const port = randomInt(20_000, 30_000)

Object.assign(process.env, {
  S3_ACCESS_KEY_ID: 'S3RVER',
  S3_BUCKET: 'lectern',
  S3_ENDPOINT: `http://127.0.0.1:${port}`,
  S3_SECRET_ACCESS_KEY: 'S3RVER',
})

const directory = mkdtempSync(join(tmpdir(), 'lectern-s3-'))

const s3rver = new S3rver({
  address: '127.0.0.1',
  configureBuckets: [{ name: 'lectern', configs: [] }],
  directory,
  port: 0,
  silent: true,
})
const { port: behind } = await s3rver.run()

const UNKNOWN =
  '<?xml version="1.0"?><Error><Code>NoSuchUpload</Code><Message>unknown</Message></Error>'

/** The parts of an upload as s3rver keeps them, in the words of ListParts. */
const listed = (folder: string): string =>
  `<?xml version="1.0"?><ListPartsResult><IsTruncated>false</IsTruncated>${readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => {
      const [size, md5] = [
        statSync(join(folder, name)).size,
        readFileSync(join(folder, `${name}.md5`), 'utf8'),
      ]

      return `<Part><PartNumber>${name}</PartNumber><Size>${size}</Size><ETag>"${md5}"</ETag></Part>`
    })
    .join('')}</ListPartsResult>`

/** ListParts and AbortMultipartUpload, which s3rver does not speak; everything else is its own. */
const server = http.createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://s3')
  const upload = searchParams.get('uploadId')
  const { method } = request
  if (upload && (method === 'GET' || method === 'DELETE')) {
    const folder = join(directory, 'lectern', '._S3rver_uploads', upload)
    const isThere = existsSync(folder)
    response.writeHead(isThere ? (method === 'GET' ? 200 : 204) : 404, {
      'Content-Type': 'application/xml',
    })
    response.end(!isThere ? UNKNOWN : method === 'GET' ? listed(folder) : undefined)
    if (method === 'DELETE') {
      rmSync(folder, { force: true, recursive: true })
    }

    return
  }
  const { headers, url } = request
  const asked = http.request(
    { agent: false, headers, host: '127.0.0.1', method, path: url, port: behind },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  asked.on('error', () => response.destroy())
  request.pipe(asked)
})
await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

/** What s3rver writes behind the name of each object. */
const OBJECT = '._S3rver_object'

/** The bucket of a test file that imports this before anything that reads the environment. */
export const bucket = {
  /** Has it answer again, with all it held. */
  back: () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve)),
  close: async () => {
    server.close()
    await s3rver.close()
  },
  /** All keys that it holds. */
  keys: () =>
    readdirSync(join(directory, 'lectern'), { encoding: 'utf8', recursive: true })
      .filter((path) => path.endsWith(OBJECT))
      .map((path) => path.slice(0, -OBJECT.length)),
  /** Has it answer nobody, and breaks off what is under way. */
  gone: () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
}
