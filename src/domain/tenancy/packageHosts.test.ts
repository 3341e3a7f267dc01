import { describe, expect, it } from '@jest/globals'

import { packageHost, packageOn } from './packageHosts'

const ID = '01a1ff9d-af98-7196-bd0a-5187c337fa36'

describe('the host of a package', () => {
  it('names it, with any port', () => {
    const host = packageHost(ID, 'school.example')
    expect(packageOn(host, 'school.example')).toBe(ID)
    expect(packageOn(`${host.toUpperCase()}:3000`, 'school.example')).toBe(ID)
  })

  it.each([
    'aurora.school.example',
    'packages.school.example',
    `x.${packageHost(ID, 'school.example')}`,
    packageHost(ID, 'evil.example'),
    `${packageHost(ID, 'school.example')}.evil.example`,
    '',
  ])('is not %j', (host) => {
    expect(packageOn(host, 'school.example')).toBeNull()
  })
})
