import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

import type { Front } from '@/database/requests'

import { encodingAsked } from './pageRequest'

const compress = promisify(brotliCompress)

/** Scripts and styles that a build leaves, under names that say what is in them. */
const BUILT = /^\/_next\/(static\/(?:chunks|css|islands|media)\/[\w.~-]+\.(css|js))$/

const TYPES = {
  css: 'text/css; charset=UTF-8',
  js: 'application/javascript; charset=UTF-8',
} as const

/** Files as brotli makes them smallest, by their paths: null while one is compressed, and where there is none. */
const kept = new Map<string, Buffer | null>()

const keep = async (name: string): Promise<void> => {
  kept.set(name, null)
  kept.set(name, await compress(await readFile(path.join(process.cwd(), '.next', name))))
}

/**
 * Sends what a build left in brotli to whoever takes it, a sixth smaller than Next does. Each file is compressed once, when it is first
 * asked for; until then, and for all else, requests are left to Next.
 */
export const answerBuiltFile: Front = ({ headers, method, url = '' }, response) => {
  const [, name, type] = BUILT.exec(url) ?? []
  const isWhole = !headers.range && !headers['if-none-match'] && !headers['if-modified-since']
  if (!name || method !== 'GET' || !isWhole || process.env.NODE_ENV !== 'production') {
    return false
  }
  if (encodingAsked(headers['accept-encoding']) !== 'br') {
    return false
  }
  const file = kept.get(name)
  if (file === undefined) {
    // What does not exist is looked for again with the next request.
    void keep(name).catch(() => kept.delete(name))
  }
  if (!file) {
    return false
  }
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Encoding': 'br',
    'Content-Length': file.length,
    'Content-Type': TYPES[type as keyof typeof TYPES],
    Vary: 'Accept-Encoding',
  })
  response.end(file)

  return true
}
