import { describe, expect, it } from '@jest/globals'
import { deflateSync } from 'node:zlib'

import { pageCount } from './pageCount'

const TREE =
  '1 0 obj << /Type /Pages /Resources << /Font << >> >> /Kids [2 0 R 5 0 R] /Count 12 >> endobj'

const packed = (content: string) => {
  const stream = deflateSync(Buffer.from(content))

  return Buffer.concat([
    Buffer.from('%PDF-1.7\n9 0 obj << /Filter /FlateDecode /Type /ObjStm /N 3 >> stream\n'),
    stream,
    Buffer.from('\nendstream endobj'),
  ])
}

describe('the pages of a PDF', () => {
  it('are counted by the root of its page tree', () => {
    const nodes = `${TREE} 2 0 obj << /Count 7 /Parent 1 0 R /Type /Pages >> endobj`
    expect(pageCount(Buffer.from(`%PDF-1.4\n${nodes}`))).toBe(12)
  })

  it('are counted where the tree is packed', () => {
    expect(pageCount(packed(TREE.replace('1 0 obj ', '').replace(' endobj', '')))).toBe(12)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another file', Buffer.from('hello')],
    ['a tree without bounds', Buffer.from('/Type /Pages /Count 12')],
    ['a broken stream', Buffer.from('%PDF-1.7 << /Type /ObjStm >> stream\nxxxx\nendstream')],
    ['a stream that grows without end', packed('\0'.repeat(20_000_000))],
  ])('of %s are unknown', (_, bytes) => {
    expect(pageCount(bytes)).toBeNull()
  })
})
