import {
  buildEnvironment,
  checkEnvironment,
  childEnvironment,
  withoutSettings,
} from './environment.mjs'

const databaseUrl = 'postgres://127.0.0.1:5/lectern'
const secret = 'x'.repeat(32)

describe('the environment', () => {
  it('of the embedded default is filled in', () => {
    const env = childEnvironment({
      databaseUrl,
      embedded: true,
      given: {},
      mode: 'production',
      secret,
    })

    expect(env).toMatchObject({
      DATABASE_URL: databaseUrl,
      LECTERN_EMBEDDED: '1',
      LECTERN_SECRET: secret,
      NODE_ENV: 'production',
      PORT: '3000',
    })
  })

  it('keeps what was given, and counts an empty value as absent', () => {
    const given = { NODE_OPTIONS: '--inspect', PORT: '', REDIS_URL: 'redis://r', S3_BUCKET: '' }
    const env = childEnvironment({ databaseUrl, embedded: false, given, mode: 'development' })

    expect(env).toMatchObject({ NODE_ENV: 'development', PORT: '3000', REDIS_URL: 'redis://r' })
    expect(Object.keys(env)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(LECTERN_|NODE_OPTIONS|S3_)/)]),
    )
  })

  it('of tests points at no real engine', () => {
    const given = {
      HOME: '/h',
      PATH: '/bin',
      S3_BUCKET: 'b',
      STRIPE_SECRET_KEY: 'k',
      TEST_DATABASE_URL: 't',
    }

    expect(withoutSettings(given)).toEqual({ HOME: '/h', PATH: '/bin', TEST_DATABASE_URL: 't' })
  })

  it('of a build passes the check without any setting', async () => {
    await expect(checkEnvironment(buildEnvironment({}))).resolves.toMatchObject({ PORT: 3000 })
  })

  it('is refused with the name of every wrong value', async () => {
    const given = { ...buildEnvironment({}), LOG_LEVEL: 'loud', PORT: '0' }

    await expect(checkEnvironment(given)).rejects.toThrow(/LOG_LEVEL[^]*PORT/)
  })
})
