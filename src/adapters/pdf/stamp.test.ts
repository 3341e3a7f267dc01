import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { pdfText } from '@/test/pdfText'

import { stampPdf } from './stamp'

const marked = { name: 'Дана Levi', address: 'dana@example.com', code: 'K7QM2XHD' }

const TURNS = [0, 90, 180, 270] as const

/** Pages of which each is turned as said and shows a part of itself alone. */
const turned = async (): Promise<PDFDocument> => {
  const document = await PDFDocument.create()
  for (const turn of TURNS) {
    const page = document.addPage([700, 900])
    page.setCropBox(50, 100, 500, 700)
    page.setRotation(degrees(turn))
    page.drawText(`Turned by ${turn}`, { x: 120, y: 400 })
  }
  document.setKeywords(['light'])

  return document
}

const bytesOf = async (document: PDFDocument) => Buffer.from(await document.save())

type Box = { word: string; y: number }

/** Words of each page as they are seen, with how far down they stand. */
const boxes = async (pdf: Buffer): Promise<Box[][]> => {
  const run = promisify(execFile)('pdftotext', ['-cropbox', '-bbox', '-', '-'])
  run.child.stdin?.end(pdf)
  const { stdout } = await run

  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="[^"]+" yMin="([^"]+)"[^>]*>([^<]+)</g)].map(
        ([, y, word = '']) => ({ word, y: Number(y) }),
      ),
    )
}

describe('a marked document', () => {
  it('says at the foot of each page whose copy it is, however the page is turned and cut', async () => {
    const made = await stampPdf({ bytes: await bytesOf(await turned()), marked })
    const pages = await boxes(made ?? Buffer.alloc(0))
    expect(pages).toHaveLength(TURNS.length)
    pages.forEach((words, at) => {
      expect(words.map(({ word }) => word)).toEqual(
        expect.arrayContaining([String(TURNS[at]), 'K7QM2XHD', 'Дана', 'Levi', 'dana@example.com']),
      )
      const { y } = words.find(({ word }) => word === marked.code) ?? { y: 0 }
      const height = TURNS[at] === 90 || TURNS[at] === 270 ? 500 : 700
      expect(y).toBeGreaterThan(height - 25)
      expect(y).toBeLessThan(height)
    })
  })

  it('keeps its keywords and has the code among them', async () => {
    const made = await stampPdf({ bytes: await bytesOf(await turned()), marked })
    const read = await PDFDocument.load(made ?? Buffer.alloc(0))
    expect(read.getKeywords()).toBe('light K7QM2XHD')
  })

  it('is open where the document was locked to owners alone, and none where readers need a password', async () => {
    const ofOwners = await turned()
    ofOwners.encrypt({ ownerPassword: 'secret', permissions: { copying: false }, userPassword: '' })
    const made = await stampPdf({ bytes: await bytesOf(ofOwners), marked })
    expect(await pdfText(made ?? Buffer.alloc(0))).toContain('K7QM2XHD')
    const locked = await turned()
    locked.encrypt({ ownerPassword: 'secret', userPassword: 'mine' })
    expect(await stampPdf({ bytes: await bytesOf(locked), marked })).toBeNull()
  })

  it.each([
    ['no PDF', Buffer.from('%PDF-1.7\nnothing more')],
    ['nothing at all', Buffer.alloc(0)],
  ])('is none of %s', async (_, bytes) => {
    expect(await stampPdf({ bytes, marked })).toBeNull()
  })

  it('is made for many at once', async () => {
    const bytes = await bytesOf(await turned())
    const codes = Array.from({ length: 8 }, (_, at) => `CODE000${at}`)
    const made = await Promise.all(
      codes.map((code) => stampPdf({ bytes, marked: { ...marked, code } })),
    )
    const texts = await Promise.all(made.map((one) => pdfText(one ?? Buffer.alloc(0))))
    texts.forEach((text, at) => expect(text).toContain(codes[at]))
  })
})
