'use client'

import { useId } from 'react'

import type { PlaceWords } from './words'

type Person = { email: string; name: string }

/** Who gets the place. */
export const PersonFields = ({
  onChange,
  person,
  words,
}: {
  onChange: (person: Person) => void
  person: Person
  words: PlaceWords
}) => {
  const ids = useId()

  return (
    <>
      <div className="field-type text">
        <label className="field-label" htmlFor={`${ids}-email`}>
          {words.email}
        </label>
        <input
          dir="ltr"
          id={`${ids}-email`}
          maxLength={254}
          onChange={({ target }) => onChange({ ...person, email: target.value })}
          type="email"
          value={person.email}
        />
      </div>
      <div className="field-type text">
        <label className="field-label" htmlFor={`${ids}-name`}>
          {words.name}
        </label>
        <input
          dir="auto"
          id={`${ids}-name`}
          maxLength={120}
          onChange={({ target }) => onChange({ ...person, name: target.value })}
          value={person.name}
        />
      </div>
    </>
  )
}
