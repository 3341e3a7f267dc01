import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'

import { fileTypeOf, namedAs } from './fileTypes'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

describe('the type of a file', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x20ftypavif', 'image/avif'],
    ['\0\0\0\x20ftypisom', 'video/mp4'],
    ['\0\0\0\x20ftypM4A ', 'audio/mp4'],
    ['\x1a\x45\xdf\xa3\x01\x42\x82\x84webm', 'video/webm'],
    ['ID3\x04', 'audio/mpeg'],
    ['\xff\xfb\x90', 'audio/mpeg'],
    ['%PDF-1.7', 'application/pdf'],
    ['PK\x03\x04', 'application/zip'],
    ['WEBVTT\n\n', 'text/vtt'],
    ['\xef\xbb\xbfWEBVTT', 'text/vtt'],
  ])('of %j is %s', (start, type) => {
    expect(fileTypeOf(bytes(start))).toBe(type)
  })

  it.each([
    '',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html>',
    'MZ\x90',
    'PK\x05\x06',
    'WEBVTTX',
    'RIFF\0\0\0\0WAVE',
    '\0\0\0\x20ftypheic',
  ])('of %j is none that may be uploaded', (start) => {
    expect(fileTypeOf(bytes(start))).toBeNull()
  })

  it('is told of our own seed media', () => {
    expect(fileTypeOf(readFileSync('media/seed/lesson-1.mp4'))).toBe('video/mp4')
    expect(fileTypeOf(readFileSync('media/seed/cover-arcs.webp'))).toBe('image/webp')
  })
})

describe('the name of a file', () => {
  it('ends in what the file is', () => {
    expect(namedAs('clip.exe', 'video/mp4')).toBe('clip.mp4')
    expect(namedAs('תמונה.JPEG', 'image/jpeg')).toBe('תמונה.jpeg')
    expect(namedAs('.htaccess', 'image/png')).toBe('.htaccess.png')
    expect(namedAs('a.b.png', 'image/png')).toBe('a.b.png')
    expect(namedAs('plan.DOCX', 'application/zip')).toBe('plan.docx')
    expect(namedAs('plan.html', 'application/zip')).toBe('plan.zip')
  })
})
