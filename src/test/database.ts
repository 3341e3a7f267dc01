import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import pg from 'pg'

import { TEST_SECRET } from './template'

const server = process.env.TEST_DATABASE_URL ?? ''
const template = process.env.TEST_TEMPLATE ?? ''
const name = `lectern_test_${randomBytes(6).toString('hex')}`

const client = new pg.Client({ connectionString: server })
await client.connect()
await client.query(`create database ${name} template ${template}`)
await client.end()

const url = new URL(server)
url.pathname = `/${name}`

Object.assign(process.env, {
  DATABASE_URL: url.toString(),
  LECTERN_SECRET: TEST_SECRET,
  LOG_LEVEL: 'silent',
  NODE_ENV: 'test',
  PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  UPLOADS_DIR: mkdtempSync(path.join(os.tmpdir(), 'lectern-uploads-')),
})
