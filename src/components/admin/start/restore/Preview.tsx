'use client'

import { getTranslation } from '@payloadcms/translations'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useId, useState, type FormEvent } from 'react'

import type { ShownRestore } from '@/operations/tenancy/schoolRestores'

import type { RestoreWords } from './words'

import { ask } from '../../ask'
import { changesByKind } from './changesByKind'
import { momentOf } from './moment'
import { refusalOf } from './refusal'

/** What a restore would do, kind by kind, and the name of the school by which it is confirmed. */
export const Preview = ({
  language,
  look,
  onAsked,
  onLeft,
  words,
}: {
  language: string
  look: ShownRestore
  onAsked: () => Promise<void>
  onLeft: () => void
  words: RestoreWords
}) => {
  const id = useId()
  const { i18n } = useTranslation()
  const { collections } = useConfig().config
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const number = new Intl.NumberFormat(language)
  const labels = new Map(
    collections.map(({ slug, labels: { plural } }) => [
      slug.replaceAll('-', '_'),
      getTranslation(plural, i18n),
    ]),
  )
  const kinds = changesByKind(look.changes ?? [], [...labels.keys()])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    const said = await ask(`/api/restores/${look.id}/replace`, {
      name: form.get('name'),
      documents: form.get('documents') === 'on',
    })
    setError(said.ok ? '' : refusalOf(said, words))
    await onAsked()
    setBusy(false)
  }

  return (
    <section className="lectern-restore__part">
      <h3>{words.looked(look.schoolName, momentOf(look.backup, language))}</h3>
      {kinds.length === 0 ? (
        <p className="lectern-empty">{words.same}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.table}</th>
              <th scope="col">{words.back}</th>
              <th scope="col">{words.changed}</th>
              <th scope="col">{words.gone}</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ back, changed, gone, kind }) => (
              <tr key={kind}>
                <th scope="row">{labels.get(kind) ?? <code dir="ltr">{kind}</code>}</th>
                <td>{number.format(back)}</td>
                <td>{number.format(changed)}</td>
                <td>{number.format(gone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form className="lectern-restore__form" onSubmit={(event) => void submit(event)}>
        {look.losesDocuments && (
          <label className="lectern-restore__check">
            <input name="documents" type="checkbox" />
            {words.documents}
          </label>
        )}
        <div>
          <label htmlFor={id}>{words.confirm(look.schoolName)}</label>
          <input
            aria-describedby={`${id}-error`}
            aria-invalid={error !== ''}
            autoComplete="off"
            id={id}
            maxLength={200}
            name="name"
            required
          />
          <p className="lectern-error" id={`${id}-error`} role="alert">
            {error}
          </p>
        </div>
        <div className="lectern-actions">
          <Button disabled={isBusy} margin={false} type="submit">
            {words.replace}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onLeft}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </section>
  )
}
