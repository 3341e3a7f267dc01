'use client'

import { Button, useForm, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { ask } from './ask'
import { wordsIn } from './words'

const WORDS = {
  en: {
    away: 'Nothing answers at that address. Try again in a minute, or paste the metadata.',
    hint: 'Paste it, or its address: the fields below are filled in from it.',
    label: 'Metadata of the provider',
    read: 'Read it',
    ready: 'Filled in. Look at it, and save.',
    refused: 'That did not work',
  },
  he: {
    away: 'אין תשובה בכתובת הזו. נסו שוב בעוד דקה, או הדביקו את ה־metadata.',
    hint: 'מדביקים אותו או את כתובתו: השדות שלמטה יתמלאו ממנו.',
    label: 'ה־metadata של הספק',
    read: 'קריאה',
    ready: 'השדות מולאו. בדקו ושמרו.',
    refused: 'זה לא הצליח',
  },
  ru: {
    away: 'По этому адресу никто не отвечает. Попробуйте через минуту или вставьте metadata.',
    hint: 'Вставьте их или их адрес: поля ниже заполнятся.',
    label: 'Metadata провайдера',
    read: 'Прочитать',
    ready: 'Заполнено. Проверьте и сохраните.',
    refused: 'Не получилось',
  },
}

type Account = {
  certificates: string
  issuer: string
  signsRequests: boolean
  ssoAddress: string
}

/** Fills in who a provider is from its metadata. */
export const SamlMetadata = () => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const { dispatchFields, setModified } = useForm()
  const id = useId()
  const [source, setSource] = useState('')
  const [said, setSaid] = useState('')
  const read = async () => {
    const answer = await ask<Account>('/api/sign-in-providers/metadata', { source })
    if (!answer.ok) {
      const why = answer.said.said

      return setSaid(typeof why === 'string' ? `${words.refused}: ${why}` : words.away)
    }
    for (const [path, value] of Object.entries(answer.value)) {
      dispatchFields({ type: 'UPDATE', path, value })
    }
    setModified(true)
    setSaid(words.ready)
  }

  return (
    <div className="field-type lectern-organisation__new">
      <label className="field-label" htmlFor={id}>
        {words.label}
      </label>
      <textarea
        id={id}
        onChange={(event) => setSource(event.target.value)}
        rows={3}
        spellCheck={false}
        value={source}
      />
      <p className="field-description">{words.hint}</p>
      <Button
        buttonStyle="secondary"
        disabled={!source.trim()}
        margin={false}
        onClick={() => void read()}
        size="small"
      >
        {words.read}
      </Button>
      <p role="status">{said}</p>
    </div>
  )
}
