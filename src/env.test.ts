import { readEnv } from './env'

const least = { DATABASE_URL: 'postgres://u:p@127.0.0.1/db', LECTERN_SECRET: 'x'.repeat(32) }

const complaint = (given: Record<string, string>): string => {
  try {
    readEnv(given)

    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('the environment', () => {
  it('needs little, and counts an empty value as absent', () => {
    expect(readEnv({ ...least, PORT: '', REDIS_URL: '' })).toMatchObject({
      PORT: 3000,
      PUBLIC_PROTOCOL: 'http',
      ROOT_DOMAIN: 'localhost',
      WEB_URL: 'http://127.0.0.1:3000',
    })
  })

  it('speaks https on a domain of its own', () => {
    expect(readEnv({ ...least, ROOT_DOMAIN: 'Example.com' })).toMatchObject({
      PUBLIC_PROTOCOL: 'https',
      ROOT_DOMAIN: 'example.com',
    })
  })

  it('names every wrong value at once', () => {
    const said = complaint({
      DATABASE_URL: 'mysql://x',
      PORT: '99999',
      S3_BUCKET: 'b',
      STREAM_CDN_SECRET: 'short',
      STREAM_CDN_URL: 'https://films.example.com/',
      STRIPE_SECRET_KEY: 'sk',
      TRUSTED_PROXIES: '10.0.0.1,172.16.0.0/40',
    })
    for (const name of [
      'DATABASE_URL',
      'LECTERN_SECRET',
      'PORT',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
      'STREAM_CDN_KEY',
      'STREAM_CDN_PROVIDER',
      'STREAM_CDN_SECRET',
      'STRIPE_WEBHOOK_SECRET',
      'TRUSTED_PROXIES.1',
    ]) {
      expect(said).toContain(`  ${name}: `)
    }
  })
})
