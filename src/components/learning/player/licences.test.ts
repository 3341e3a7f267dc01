import { describe, expect, it } from '@jest/globals'

import type { Licensing } from '@/domain/media/protection'

import { withLicences } from './licences'

const at = (token: string): Licensing => ({
  fairplay: { certificate: `/certificate?${token}`, licence: `/fairplay?${token}` },
  widevine: { licence: `/widevine?${token}` },
})

describe('how hls.js asks for licences', () => {
  it('is not at all for a film that plays without', () => {
    expect(withLicences(null, () => null)).toEqual({})
  })

  it('names each system as browsers do, and the scheme that films are encrypted by', () => {
    expect(withLicences(at('1'), () => null)).toMatchObject({
      drmSystemOptions: { audioEncryptionScheme: 'cbcs', videoEncryptionScheme: 'cbcs' },
      drmSystems: {
        'com.apple.fps': { licenseUrl: '/fairplay?1', serverCertificateUrl: '/certificate?1' },
        'com.widevine.alpha': { licenseUrl: '/widevine?1' },
      },
      emeEnabled: true,
    })
  })

  it('asks with the newest leave', () => {
    const { licenseXhrSetup } = withLicences(at('1'), () => at('2'))
    const opened: string[] = []
    const xhr = { open: (_method: string, url: string) => opened.push(url) }
    for (const url of ['/widevine?1', '/fairplay?1']) {
      void licenseXhrSetup?.call(
        undefined as never,
        xhr as never,
        url,
        undefined as never,
        undefined as never,
      )
    }

    expect(opened).toEqual(['/widevine?2', '/fairplay?2'])
  })
})
