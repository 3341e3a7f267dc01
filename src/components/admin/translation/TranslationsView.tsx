'use client'

import { Button, Gutter, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'

import type { Locale } from '@/domain/tenancy/locales'

import { idOf } from '@/domain/ids'

import { wordsIn } from '../words'
import { CourseOverview } from './CourseOverview'
import { TranslationDesk } from './TranslationDesk'
import { useDesk } from './useDesk'
import { TRANSLATION_WORDS } from './words'

/** The tab of a document on which it is translated. */
export const TranslationsView = () => {
  const { id, collectionSlug = '' } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, TRANSLATION_WORDS)

  return (
    <Gutter className="lectern-translations">
      {id === undefined ? (
        <p className="lectern-empty">{words.gone}</p>
      ) : (
        <Document documents={collectionSlug} id={String(id)} words={words} />
      )}
    </Gutter>
  )
}

type Props = { documents: string; id: string; words: (typeof TRANSLATION_WORDS)[Locale] }

const Document = ({ id, documents, words }: Props) => {
  const asked = useSearchParams().get('into')
  const [locale, setLocale] = useState(asked)
  const { confirm, retry, save, shown } = useDesk({ id, documents }, locale)
  if (!shown) {
    return (
      <p aria-live="polite" className="lectern-empty">
        {words.loading}
      </p>
    )
  }
  if (!shown.ok) {
    return <Refused retry={retry} status={shown.status} words={words} />
  }
  const { desk } = shown
  if (!desk.locale) {
    return <OneLanguage words={words} />
  }

  return (
    <>
      {documents === 'courses' && (
        <CourseOverview
          course={id}
          revision={desk.languages.map(({ current, stale }) => `${current}.${stale}`).join()}
          words={words}
        />
      )}
      <TranslationDesk
        choose={(to) => {
          setLocale(to)
          history.replaceState(history.state, '', `?into=${to}`)
        }}
        confirm={confirm}
        desk={{ ...desk, locale: desk.locale }}
        save={save}
        words={words}
      />
    </>
  )
}

const Refused = ({
  retry,
  status,
  words,
}: { retry: () => void; status: number } & Pick<Props, 'words'>) => (
  <div className="lectern-empty" role="alert">
    <p>{status === 403 ? words.forbidden : status === 404 ? words.gone : words.failed}</p>
    {![403, 404].includes(status) && (
      <Button buttonStyle="secondary" margin={false} onClick={retry}>
        {words.retry}
      </Button>
    )}
  </div>
)

/** The school's own settings: where its languages are named. */
const OneLanguage = ({ words }: Pick<Props, 'words'>) => {
  const { savedDocumentData } = useDocumentInfo()
  const tenant = savedDocumentData?.tenant as string | undefined | { id: string }

  return (
    <div className="lectern-empty">
      <h3>{words.emptyTitle}</h3>
      <p>{words.emptyBody}</p>
      <Button
        buttonStyle="secondary"
        el="link"
        margin={false}
        to={`/admin/collections/tenants${tenant ? `/${idOf(tenant)}` : ''}`}
      >
        {words.settings}
      </Button>
    </div>
  )
}
