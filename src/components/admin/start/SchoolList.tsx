import type { Locale } from '@/domain/tenancy/locales'
import type { SchoolRow } from '@/operations/analytics/schools'

import { Panel } from './Panel'
import { START_WORDS } from './words'

/** The schools of the platform, newest first, with the way to each; for the platform's staff. */
export const SchoolList = ({
  language,
  schools,
}: {
  language: Locale
  schools: readonly SchoolRow[]
}) => {
  const words = START_WORDS[language]
  const number = new Intl.NumberFormat(language)

  return (
    <Panel
      all={{ href: '/admin/collections/tenants', label: words.all }}
      empty={schools.length === 0 ? words.noSchools : null}
      title={words.schoolsTitle}
    >
      <ul className="lectern-start__rows">
        {schools.map(({ id, name, accounts, courses, origin }) => (
          <li key={id}>
            <div>
              <a href={`/admin/collections/tenants/${id}`}>
                <bdi>{name}</bdi>
              </a>
              <p>
                <a dir="ltr" href={origin}>
                  {new URL(origin).host}
                </a>
              </p>
            </div>
            <p>{words.holds(number.format(courses), number.format(accounts))}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
