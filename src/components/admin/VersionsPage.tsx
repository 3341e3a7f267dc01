import type { DocumentViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'

import { versionsOf } from '@/operations/catalog/versions'

import { VERSION_WORDS } from './editing/versionWords'
import { wordsIn } from './words'

/** Who wrote which version of a course or lesson, when, and by what kind of save; each leads to what it changed, where it is restored. */
export const VersionsPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { collectionConfig, docID, permissions, req } = initPageResult
  const slug = collectionConfig?.slug
  const mayRead = slug && permissions.collections?.[slug]?.readVersions
  if ((slug !== 'courses' && slug !== 'lessons') || !mayRead) {
    return null
  }
  const versions = await versionsOf({ id: String(docID), collection: slug, req })
  const { language } = req.i18n
  const words = wordsIn(language, VERSION_WORDS)
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })

  return (
    <Gutter className="lectern-versions">
      <p>{words.hint}</p>
      <div className="table lectern-records">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.what}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {versions.map(({ id, at, editor, isLive, isNewest, kind }) => (
              <tr key={id}>
                <th data-label={words.when} scope="row">
                  <time dateTime={at}>{time.format(new Date(at))}</time>
                </th>
                <td data-label={words.who}>
                  <bdi>{editor ?? words.nobody}</bdi>
                </td>
                <td data-label={words.what}>
                  {words.kind[kind]}
                  {isLive && <b> · {words.live}</b>}
                  {isNewest && <b> · {words.newest}</b>}
                </td>
                <td>
                  <a
                    aria-label={`${words.open}: ${time.format(new Date(at))}`}
                    href={`/admin/collections/${slug}/${docID}/versions/${id}`}
                  >
                    {words.open}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Gutter>
  )
}
