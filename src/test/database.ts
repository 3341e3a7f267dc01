import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

import pg from 'pg'

import { databaseName } from './databases'
import { TEST_SECRET } from './template'

const server = process.env.TEST_DATABASE_URL ?? ''
const template = process.env.TEST_TEMPLATE ?? ''
const name = databaseName(randomBytes(6).toString('hex'))

const client = new pg.Client({ connectionString: server })
await client.connect()
await client.query(`create database ${name} template ${template}`)
await client.end()

/** Stands in for the web process, which the worker asks to drop cached pages. */
const web = http.createServer((_, answer) => answer.end('{}'))
await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
web.unref()

const url = new URL(server)
url.pathname = `/${name}`

Object.assign(process.env, {
  BACKUPS_DIR: mkdtempSync(path.join(os.tmpdir(), 'lectern-backups-')),
  DATABASE_URL: url.toString(),
  LECTERN_SECRET: TEST_SECRET,
  LOG_LEVEL: 'silent',
  NODE_ENV: 'test',
  PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  UPLOADS_DIR: mkdtempSync(path.join(os.tmpdir(), 'lectern-uploads-')),
  WEB_URL: `http://127.0.0.1:${(web.address() as AddressInfo).port}`,
})
