import { describe, expect, it } from '@jest/globals'

import { archiveOf, type Filed } from '@/test/scorm/archive'

import { zipEntries } from './zip'

const entriesOf = (bytes: Buffer) =>
  zipEntries({
    read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
    size: bytes.length,
  })

const one = (given: Partial<Filed>) => entriesOf(archiveOf([{ name: 'a.txt', content: 'a', ...given }]))

describe('the files of an archive', () => {
  it('are told by its directory, without its folders', async () => {
    const bytes = archiveOf([
      { name: 'folder/', content: '' },
      { name: 'folder/שיעור.html', content: 'hello' },
    ])
    expect(await entriesOf(bytes)).toMatchObject([
      { name: 'folder/שיעור.html', isDeflated: true, size: 5 },
    ])
  })

  it('are told where a comment follows', async () => {
    const bytes = Buffer.concat([archiveOf([{ name: 'a.txt', content: 'a' }]), Buffer.from('!')])
    bytes.writeUInt16LE(1, bytes.length - 3)
    expect(await entriesOf(bytes)).toHaveLength(1)
  })
})

describe('an archive is not opened', () => {
  it.each([
    '../a.txt',
    'a/../../b.txt',
    '/etc/passwd',
    'C:\\windows\\a.txt',
    'a\\..\\b.txt',
    'C:/a.txt',
    './a.txt',
    'a//b.txt',
    'a\u0000.txt',
    '',
  ])('for a file called %j', async (name) => {
    expect(await one({ name })).toBe('archivePath')
  })

  it.each([
    ['a symbolic link', { attributes: 0xa1ff0000 }, 'archiveLink'],
    ['a device', { attributes: 0x61b60000 }, 'archiveLink'],
    ['a file under a password', { flags: 1 }, 'archiveLocked'],
    ['a file that would grow a thousandfold', { content: Buffer.alloc(20_000_000) }, 'archiveBomb'],
    ['a file said to be larger than anything', { size: 0xffffffff }, 'archiveTooLarge'],
    ['a file whose header lies elsewhere', { offset: 40 }, 'archiveBroken'],
  ] as const)('for %s', async (_, given, fault) => {
    expect(await one(given)).toBe(fault)
  })

  it('for files that are one file said many times', async () => {
    const files = ['a', 'b', 'c'].map((name) => ({ name, content: 'x'.repeat(100), offset: 0 }))
    expect(await entriesOf(archiveOf(files))).toBe('archiveBroken')
  })

  it('for files of one name, in whatever case', async () => {
    const files = ['a.txt', 'A.TXT'].map((name) => ({ name, content: 'x' }))
    expect(await entriesOf(archiveOf(files))).toBe('archiveBroken')
  })

  it('for more files than anybody writes', async () => {
    const files = Array.from({ length: 5001 }, (_, at) => ({ name: `${at}`, content: '' }))
    expect(await entriesOf(archiveOf(files))).toBe('archiveTooLarge')
  })

  it('for more bytes than there is room', async () => {
    const files = Array.from({ length: 1100 }, (_, at) => ({
      name: `${at}`,
      content: 'x',
      size: 1024 * 1024,
    }))
    expect(await entriesOf(archiveOf(files))).toBe('archiveTooLarge')
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from('PK\u0003\u0004 and no more')],
    ['half of one', archiveOf([{ name: 'a', content: 'a' }]).subarray(30)],
  ])('where it is %s', async (_, bytes) => {
    expect(await entriesOf(bytes)).toBe('archiveBroken')
  })
})
