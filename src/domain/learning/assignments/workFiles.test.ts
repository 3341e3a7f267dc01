import { describe, expect, it } from '@jest/globals'

import { acceptOf, workName, workTypeOf } from './workFiles'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

const PDF = bytes('%PDF-1.7 …')
const ZIP = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)
const WEBM = bytes('\x1aE\xdf\xa3....webm')

describe('a file that is handed in', () => {
  it.each([
    [PDF, 'essay.exe', 'documents', 'pdf'],
    [ZIP, 'essay.DOCX', 'documents', 'docx'],
    [ZIP, 'code.zip', 'archives', 'zip'],
    [ZIP, 'code.jar', 'archives', 'zip'],
    [bytes('RIFF....WAVE'), 'talk', 'audio', 'wav'],
    [bytes('OggS'), 'talk.ogg', 'audio', 'ogg'],
    [bytes('....ftypqt  '), 'IMG_1.MOV', 'video', 'mov'],
    [WEBM, 'talk.webm', 'video', 'webm'],
    [new TextEncoder().encode('שלום'), 'notes.txt', 'documents', 'txt'],
  ])('%p named %s is among %s, as .%s', (head, name, kind, extension) => {
    expect(workTypeOf({ name, bytes: head })).toMatchObject({ extension, kind })
  })

  it('is sound alone where its sender says so of a container of films', () => {
    expect(workTypeOf({ name: 'talk.webm', bytes: WEBM, isSound: true })).toMatchObject({
      type: 'audio/webm',
      kind: 'audio',
    })
    expect(workTypeOf({ name: 'a.pdf', bytes: PDF, isSound: true })).toMatchObject({
      kind: 'documents',
    })
  })

  it.each([
    [bytes('MZ\x90\x00'), 'essay.pdf'],
    [bytes('<html>'), 'page.html'],
    [bytes('a\x00b'), 'notes.txt'],
    [bytes('\xff\xfe'), 'notes.txt'],
    [new Uint8Array(), 'notes.txt'],
    [bytes('<svg xmlns='), 'drawing.svg'],
  ])('%p named %s is nothing', (head, name) => {
    expect(workTypeOf({ name, bytes: head })).toBeNull()
  })

  it.each([
    ['חיבור סופי.docx', 'חיבור סופי.pdf'],
    ['../../etc/passwd', 'etcpasswd.pdf'],
    ['.hidden', 'hidden.pdf'],
    ['evil\u202efdp.exe', 'evilfdp.pdf'],
    ['', 'file.pdf'],
    ['a\\b\u0000c.pdf', 'abc.pdf'],
    ['x'.repeat(300), `${'x'.repeat(100)}.pdf`],
  ])('named %s is kept as %s', (name, kept) => {
    expect(workName(name, { type: 'application/pdf', extension: 'pdf', kind: 'documents' })).toBe(
      kept,
    )
  })

  it('is chosen among those that are taken', () => {
    expect(acceptOf(['documents', 'images'])).toContain('.pdf')
    expect(acceptOf([])).toBe('')
  })
})
