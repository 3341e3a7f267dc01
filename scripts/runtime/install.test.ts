import { lacksOnlyUnserved, matchesLock } from './install.mjs'

const machine = { arch: 'x64', platform: 'linux' }
const pg = { integrity: 'sha512-a', version: '8.23.1' }
const forLinux = { cpu: ['x64'], optional: true, os: ['linux'], version: '24.0.0' }
const forMac = { ...forLinux, os: ['darwin'] }
const forMusl = { ...forLinux, libc: ['musl'] }

describe('installed packages', () => {
  it.each([
    ['the same', { pg }, { pg }, true],
    ['nothing', {}, { pg }, false],
    ['another version', { pg: { ...pg, version: '8.0.0' } }, { pg }, false],
    ['other bytes', { pg: { ...pg, integrity: 'sha512-b' } }, { pg }, false],
    ['one too few', { pg }, { 'node_modules/x': pg, pg }, false],
    ['all but what is for another system', { pg }, { 'node_modules/mac': forMac, pg }, true],
    ['all but what is for another C library', { pg }, { 'node_modules/musl': forMusl, pg }, true],
    ['all but what is for this machine', { pg }, { 'node_modules/linux': forLinux, pg }, false],
  ])('that are %s as locked', (_, installed, locked, expected) => {
    expect(matchesLock({ ...machine, installed, locked: { ...locked, '': {} } })).toBe(expected)
  })
})

describe('a refusal of npm', () => {
  const unserved = 'npm error Missing: @swc/core-darwin-arm64@ from lock file'

  it('is forgiven when all it misses cannot be had', () => {
    expect(lacksOnlyUnserved(['npm error code EUSAGE', unserved, unserved])).toBe(true)
  })

  it.each([
    [
      'it misses a package that can be had',
      [unserved, 'npm error Missing: pg@8.23.1 from lock file'],
    ],
    [
      'a version differs',
      [unserved, "npm error Invalid: lock file's pg@8.0.0 does not satisfy pg@8.23.1"],
    ],
    ['it says something else', ['npm error code ENOTFOUND']],
  ])('stands when %s', (_, output) => {
    expect(lacksOnlyUnserved(output)).toBe(false)
  })
})
