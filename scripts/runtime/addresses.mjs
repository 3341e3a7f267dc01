/** @typedef {import('./session.mjs').Session['checked']} Checked */

const DEMO_SCHOOLS = ['aurora', 'ofek', 'saltwater']
const DEMO_PASSWORD = 'lectern-demo'

/**
 * The address of a host of the platform as a browser sees it.
 * @param {{ checked: Pick<Checked, 'PORT' | 'PUBLIC_PORT' | 'PUBLIC_PROTOCOL' | 'ROOT_DOMAIN'>, school?: string }} given
 */
export const addressOf = ({ checked, school }) => {
  const { PORT, PUBLIC_PORT, PUBLIC_PROTOCOL, ROOT_DOMAIN } = checked
  const usual = PUBLIC_PROTOCOL === 'https' ? 443 : 80
  // Behind a proxy with a domain of one's own the browser sees the usual port unless told otherwise.
  const port = PUBLIC_PORT ?? (ROOT_DOMAIN === 'localhost' ? PORT : usual)

  return `${PUBLIC_PROTOCOL}://${school ? `${school}.` : ''}${ROOT_DOMAIN}${port === usual ? '' : `:${port}`}`
}

/**
 * What is printed once the platform is up.
 * @param {{ checked: Parameters<typeof addressOf>[0]['checked'] & Pick<Checked, 'SMTP_URL'>, demo: boolean }} given
 */
export const welcome = ({ checked, demo }) => {
  const platform = addressOf({ checked })
  const rows = [
    ['Platform', platform],
    ...(demo ? DEMO_SCHOOLS.map((school) => ['School', addressOf({ checked, school })]) : []),
    ...(checked.SMTP_URL ? [] : [['Outbox', `${platform}/outbox`]]),
    ...(demo
      ? [
          ['Platform staff', 'super@lectern.test'],
          ...DEMO_SCHOOLS.map((school) => ['Owner', `owner@${school}.test`]),
          ...DEMO_SCHOOLS.map((school) => ['Student', `student@${school}.test`]),
          ['Password', DEMO_PASSWORD],
        ]
      : []),
  ]

  return rows.map(([name = '', value = '']) => `  ${name.padEnd(16)}${value}`)
}
