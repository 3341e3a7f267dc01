import http from 'node:http'

import { pool } from './pool.mjs'

/* The least server that could take a `watched` report: JSON in, one upsert, JSON out. */

const UPSERT = {
  name: 'upsert',
  text: `insert into seen (learner, spans, position) values ($1, $2, $3)
         on conflict (learner) do update set spans = excluded.spans, position = excluded.position, updated_at = now()
         returning position`,
}

const bodyOf = async (request) => {
  let text = ''
  for await (const part of request.setEncoding('utf8')) {
    text += part
  }

  return JSON.parse(text)
}

const server = http.createServer(async (request, response) => {
  try {
    const { learner, position, spans } = await bodyOf(request)
    const values = [learner, JSON.stringify(spans), position]
    const { rows } = await pool.query({ ...UPSERT, values })
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(rows[0]))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(Number(process.argv[2]), '127.0.0.1')
