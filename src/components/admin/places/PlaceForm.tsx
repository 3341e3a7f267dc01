'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { ShownPlace } from '@/domain/commerce/transfers'

import { NOTHING_CHOSEN, useMovePrice, type usePlace } from '@/components/commerce/places/usePlace'
import { formatMoney } from '@/components/ui/formatMoney'
import { countryOptions } from '@/domain/commerce/tax/countries'
import { DIFFERENCES } from '@/domain/tenancy/differences'

import type { PlaceWords } from './words'

import { Choice } from './Choice'
import { PersonFields } from './PersonFields'

const LONGEST = 500
const NOTHING_DUE = { back: 0, due: 0 }

/** What is missing for a price is chosen, not wrong. */
const NEEDS: readonly string[] = ['cohortNeeded', 'countryNeeded']

type Given = {
  isBusy: boolean
  locale: string
  move: ReturnType<typeof usePlace>['move']
  onClose: () => void
  place: ShownPlace
  words: PlaceWords
}

/** Where staff choose where a place goes, and why. It lies within the form of the order, and so is none of its own. */
export const PlaceForm = ({ isBusy, locale, move, onClose, place, words }: Given) => {
  const ids = useId()
  const { currency, targets } = place
  const [isGiven, setGiven] = useState(targets.length === 0)
  const [chosen, setChosen] = useState({ ...NOTHING_CHOSEN, difference: place.difference })
  const [person, setPerson] = useState({ name: '', email: '' })
  const [reason, setReason] = useState('')
  const target = targets.find(({ offer }) => offer === chosen.offer)
  const lacksCohort = Boolean(target?.cohorts) && chosen.cohort === ''
  const { fault, price } = useMovePrice(
    place.line,
    isGiven || lacksCohort ? NOTHING_CHOSEN : chosen,
  )
  const money = (amount: number) => formatMoney({ amount, currency, locale })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const isReady = isGiven ? person.email !== '' && person.name.trim() !== '' : price !== null
  const send = async () => {
    const moving = await move(isGiven ? person : chosen, { price: price ?? NOTHING_DUE, reason })
    if (moving) {
      toast.success(moving.due > 0 ? words.sentToPay : words.sent)
      onClose()
    }
  }
  const cost = price
    ? price.due > 0
      ? words.due(money(price.due), price.tax > 0 ? money(price.tax) : '')
      : price.back > 0
        ? words.back(money(price.back))
        : words.even
    : fault && !NEEDS.includes(fault)
      ? (words.refused[fault] ?? words.failed)
      : null

  return (
    <div className="lectern-publication-words lectern-refund">
      <p>{words.worth(money(place.worth))}</p>
      <div className="lectern-refund__ways" role="radiogroup">
        {([false, true] as const).map((one) => (
          <label key={String(one)}>
            <input
              checked={isGiven === one}
              disabled={!one && targets.length === 0}
              name={`${ids}-way`}
              onChange={() => setGiven(one)}
              type="radio"
            />
            {one ? words.toPerson : words.toOffer}
          </label>
        ))}
      </div>
      {targets.length === 0 && <small>{words.nowhere}</small>}
      {isGiven ? (
        <PersonFields onChange={setPerson} person={person} words={words} />
      ) : (
        <>
          <Choice
            id="place-target"
            label={words.target}
            onChange={(offer) => setChosen({ ...chosen, cohort: '', offer })}
            options={targets.map(({ courseTitle, offer, price: sum, title }) => ({
              label: `${courseTitle} – ${title} (${money(sum)})`,
              value: offer,
            }))}
            placeholder={words.choose}
            value={chosen.offer}
          />
          {target?.cohorts && (
            <Choice
              id="place-cohort"
              label={words.cohort}
              onChange={(cohort) => setChosen({ ...chosen, cohort })}
              options={target.cohorts.map(({ id, name, left, startsAt }) => ({
                label: `${name} · ${day.format(new Date(startsAt))}${left === null ? '' : ` · ${words.seats(left)}`}`,
                value: id,
              }))}
              placeholder={words.choose}
              value={chosen.cohort}
            />
          )}
          <Choice
            id="place-difference"
            label={words.difference}
            onChange={(value) => {
              const difference = DIFFERENCES.find((one) => one === value)
              setChosen({ ...chosen, difference: difference ?? place.difference })
            }}
            options={DIFFERENCES.map((value) => ({ label: words.differences[value], value }))}
            value={chosen.difference}
          />
          {(fault === 'countryNeeded' || chosen.country) && (
            <Choice
              id="place-country"
              label={words.country}
              onChange={(country) => setChosen({ ...chosen, country })}
              options={countryOptions(locale)}
              placeholder={words.choose}
              value={chosen.country}
            />
          )}
          <p aria-live="polite">{cost}</p>
        </>
      )}
      <div className="field-type textarea">
        <label className="field-label" htmlFor={`${ids}-reason`}>
          {words.reason}
        </label>
        <textarea
          dir="auto"
          id={`${ids}-reason`}
          maxLength={LONGEST}
          onChange={({ target: { value } }) => setReason(value)}
          rows={2}
          value={reason}
        />
      </div>
      <div className="lectern-publication-steps">
        <Button
          disabled={isBusy || !isReady || reason.trim() === ''}
          id="place-move"
          margin={false}
          onClick={() => void send()}
          size="medium"
        >
          {words.send}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose} size="medium">
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
