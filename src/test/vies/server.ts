import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

/** How a number stands: registered or not, held by a register that is away, or never answered. */
type Standing = 'away' | 'silent' | 'unregistered'

export type ViesServer = {
  /** The bodies of all requests. */
  asked: object[]
  close: () => Promise<void>
  /** Says how a number stands from now on, by prefix and number; all others are registered. */
  set: (vatId: string, standing: Standing) => void
  url: string
}

const shape = z.strictObject({
  countryCode: z.string().length(2),
  requesterMemberStateCode: z.string().length(2).optional(),
  requesterNumber: z.string().min(2).optional(),
  vatNumber: z.string().min(2),
})

const failed = (error: string) => ({ actionSucceed: false, errorWrappers: [{ error }] })

/** A server that speaks the JSON protocol of VIES: POST /check-vat-number, with its errors. */
export const startVies = async (port = 0): Promise<ViesServer> => {
  const standings = new Map<string, Standing>()
  const asked: object[] = []
  const answerOf = (body: unknown, path: string): null | { body: object; status: number } => {
    const read = shape.safeParse(body)
    if (path !== 'POST /check-vat-number' || !read.success) {
      return { body: failed('INVALID_INPUT'), status: 400 }
    }
    asked.push(read.data)
    const { countryCode, requesterNumber, vatNumber } = read.data
    const standing = standings.get(`${countryCode}${vatNumber}`)
    if (standing === 'silent') {
      return null
    }
    if (standing === 'away') {
      return { body: failed('MS_UNAVAILABLE'), status: 500 }
    }
    const valid = standing !== 'unregistered'

    return {
      body: {
        name: valid ? 'ACME GMBH' : '---',
        address: valid ? 'HAUPTSTRASSE 1' : '---',
        countryCode,
        requestDate: new Date().toISOString(),
        requestIdentifier: valid && requesterNumber ? `WAPI${asked.length}` : '',
        valid,
        vatNumber,
      },
      status: 200,
    }
  }
  const server = createServer((request, response) => {
    void json(request)
      .catch(() => null)
      .then((body) => {
        const answer = answerOf(body, `${request.method} ${request.url}`)
        if (answer) {
          response.writeHead(answer.status, { 'Content-Type': 'application/json' })
          response.end(JSON.stringify(answer.body))
        }
      })
  })
  await new Promise<void>((done) => {
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address()

  return {
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((done) => {
        server.close(() => done())
      })
    },
    set: (vatId, standing) => standings.set(vatId, standing),
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
  }
}
