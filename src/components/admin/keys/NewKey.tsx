'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useId, useState, type FormEvent } from 'react'

import type { Permission } from '@/domain/identity/permissions/areas'

import { KEY_DAYS, RATE_NAMES } from '@/domain/identity/apiKeys'
import { AREAS } from '@/domain/identity/permissions/areas'

import { ask } from '../ask'
import { wordsIn } from '../words'
import { WORDS } from './words'

/** The permissions that a form names, area by area. */
const scopesIn = (form: FormData): FormDataEntryValue[] =>
  AREAS.flatMap((area) => {
    const chosen = form.get(area)

    return chosen ? [chosen] : []
  })

/** Makes a key with permissions that its maker has. */
export const NewKey = ({
  onMade,
  permissions,
}: {
  onMade: (key: string) => Promise<void>
  permissions: readonly Permission[]
}) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const id = useId()
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const make = async (element: HTMLFormElement) => {
    const form = new FormData(element)
    const scopes = scopesIn(form)
    if (scopes.length === 0) {
      setError(words.nothingChosen)

      return
    }
    setBusy(true)
    const days = Number(form.get('days'))
    const said = await ask<{ key: string }>('/api/keys', {
      name: form.get('name'),
      days: days || null,
      rate: form.get('rate'),
      scopes,
    })
    setBusy(false)
    if (said.ok) {
      setError('')
      element.reset()
      await onMade(said.value.key)
    } else {
      setError(said.said.code === 'tooManyKeys' ? words.tooMany : words.failed)
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void make(event.currentTarget)
  }

  return (
    <form className="lectern-new-key" onSubmit={submit}>
      <label htmlFor={`${id}-name`}>{words.name}</label>
      <input
        autoComplete="off"
        id={`${id}-name`}
        maxLength={80}
        name="name"
        placeholder={words.nameHint}
        required
      />
      <fieldset>
        <legend>{words.reach}</legend>
        {AREAS.filter((area) => permissions.includes(`${area}.read`)).map((area) => (
          <div key={area}>
            <label htmlFor={`${id}-${area}`}>{words.areas[area]}</label>
            <select defaultValue="" id={`${id}-${area}`} name={area}>
              <option value="">{words.none}</option>
              <option value={`${area}.read`}>{words.read}</option>
              {permissions.includes(`${area}.write`) && (
                <option value={`${area}.write`}>{words.write}</option>
              )}
            </select>
          </div>
        ))}
      </fieldset>
      <div className="lectern-new-key__row">
        <div>
          <label htmlFor={`${id}-days`}>{words.ends}</label>
          <select defaultValue="90" id={`${id}-days`} name="days">
            {KEY_DAYS.map((days) => (
              <option key={days} value={days}>
                {words.days(days)}
              </option>
            ))}
            <option value="0">{words.untilRevoked}</option>
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-rate`}>{words.rate}</label>
          <select defaultValue="standard" id={`${id}-rate`} name="rate">
            {RATE_NAMES.map((rate) => (
              <option key={rate} value={rate}>
                {words.rates[rate]}
              </option>
            ))}
          </select>
        </div>
      </div>
      {error && (
        <p className="lectern-error" role="alert">
          {error}
        </p>
      )}
      <Button disabled={isBusy} margin={false} type="submit">
        {words.make}
      </Button>
    </form>
  )
}
