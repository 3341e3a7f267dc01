import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files that ask other servers by themselves, and whose addresses those are; what somebody else names is asked by `askGuarded` and `lookAt` alone. */
const ALLOWED: Readonly<Record<string, string>> = {
  'endpoints/support/handOver.ts': 'a process of ours on this very machine',
  'endpoints/support/standby.ts': 'the same, whether it is well',
  'src/adapters/cache/ownServer.ts': 'this very server',
  'src/adapters/cache/revalidate.ts': 'WEB_URL, the installation’s own',
  'src/adapters/cdn/ask.ts': 'the API of the CDN, or CDN_API_BASE',
  'src/adapters/passwords/range.ts': 'the list of known passwords that the installation names',
  'src/adapters/payments/paddleClient.ts': 'Paddle, or PADDLE_API_BASE',
  'src/adapters/payments/paypalSignature.ts': 'hosts of paypal.com alone, without redirections',
  'src/adapters/rates/ecb.ts': 'EXCHANGE_RATES_URL',
  'src/adapters/tax/vies.ts': 'VIES_API_BASE',
  'src/adapters/web/guarded.ts': 'the guard itself',
  'src/adapters/web/lookAt.ts': 'the guard itself, for links',
  'src/database/requests.ts': 'nobody: it answers',
}

const ROOMS = ['src/adapters', 'src/operations', 'src/database', 'hooks', 'endpoints', 'plugins']

const ASKS = /\bfetch\(|\bhttps?\.(?:get|request)\(|from 'node:https?'|from 'undici'/

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
    .map(({ name, parentPath }) => path.join(parentPath, name))

/** Comments, types and clients of vendors, whose addresses are their own, are none. */
const asks = (file: string): boolean =>
  readFileSync(file, 'utf8')
    .split('\n')
    .some((line) => ASKS.test(line) && !/^\s*(?:\*|\/\/|import type)|\.\w+\.fetch\(/.test(line))

it('asks addresses that somebody else named by the guard alone', () => {
  const found = ROOMS.flatMap(filesIn).filter(asks)

  expect(found.filter((file) => !(file in ALLOWED))).toEqual([])
  expect(Object.keys(ALLOWED).filter((file) => !found.includes(file))).toEqual([])
})
