'use client'

import { Button, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { usePlace } from '@/components/commerce/places/usePlace'
import { callApi } from '@/components/shell/api'
import { formatMoney } from '@/components/ui/formatMoney'

import { PlaceForm } from './places/PlaceForm'
import { PLACE_WORDS, type PlaceWords } from './places/words'
import { useSchoolZone } from './useSchoolZone'
import { wordsIn } from './words'

type Access = { isOpen: boolean; until: null | string }
type Line = { access: Access | null; id: string; title: string }
type Grant = { endsAt?: null | string; enrollment: string | { course: string } }

const MOST_LINES = 50

/** How long an order keeps a course open; null where it opened it to nobody. */
const accessBy = (grants: readonly Grant[], course: string): Access | null => {
  const ends = grants.flatMap(({ endsAt, enrollment }) =>
    typeof enrollment === 'object' && enrollment.course === course ? [endsAt ?? null] : [],
  )
  if (ends.length === 0) {
    return null
  }
  const until = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)

  return { isOpen: until === null || new Date(until) > new Date(), until }
}

/** The courses an order bought, line by line; null until they are known. */
const useLines = (order: null | string): Line[] | null => {
  const [lines, setLines] = useState<Line[] | null>(null)
  useEffect(() => {
    if (!order) {
      return undefined
    }
    let isGone = false
    const query = `where[order][equals]=${order}&where[course][exists]=true&depth=0&joins=false&sort=id&limit=${MOST_LINES}&select[course]=true&select[title]=true`
    const read = async () => {
      const [bought, opened] = await Promise.all([
        callApi<{ docs: (Line & { course: string })[] }>(`/api/order-lines?${query}`),
        callApi<{ docs: Grant[] }>(
          `/api/access-grants?where[order][equals]=${order}&depth=1&limit=${MOST_LINES}&populate[enrollments][course]=true`,
        ),
      ])
      if (!isGone) {
        const grants = opened.ok ? opened.data.docs : []
        setLines(
          bought.ok
            ? bought.data.docs.map((line) => ({ ...line, access: accessBy(grants, line.course) }))
            : [],
        )
      }
    }
    void read()

    return () => {
      isGone = true
    }
  }, [order])

  return lines
}

/** The place of one line: what waits for its payment, or where it is moved. */
const PlaceDesk = ({ line: { id, access, title }, words }: { line: Line; words: PlaceWords }) => {
  const { i18n } = useTranslation()
  const zone = useSchoolZone()
  const [isOpen, setOpen] = useState(false)
  const { fault, isBusy, move, place, release } = usePlace(id, isOpen)
  const moment = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone ?? undefined,
    }).format(new Date(at))
  const day = (at: string) =>
    new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'medium',
      timeZone: zone ?? undefined,
    }).format(new Date(at))
  const money = (amount: number) =>
    formatMoney({ amount, currency: place?.currency ?? 'USD', locale: i18n.language })
  const refusal =
    fault === 'notFound' ? words.none : fault && (words.refused[fault] ?? words.failed)

  return (
    <li className="lectern-place">
      <bdi>{title}</bdi>
      {access && (
        <span className="lectern-stage">
          {access.isOpen
            ? access.until
              ? words.openUntil(day(access.until))
              : words.isOpen
            : words.isClosed}
        </span>
      )}
      {!isOpen && (
        <Button
          aria-label={words.open(title)}
          buttonStyle="secondary"
          margin={false}
          onClick={() => setOpen(true)}
          size="small"
        >
          {words.openButton}
        </Button>
      )}
      {isOpen && refusal && <p role="alert">{refusal}</p>}
      {isOpen && place?.open && (
        <>
          <p>{words.waiting(place.open.to, money(place.open.due), moment(place.open.expiresAt))}</p>
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            margin={false}
            onClick={() => void release()}
            size="medium"
          >
            {words.release}
          </Button>
        </>
      )}
      {isOpen && place && !place.open && (
        <PlaceForm
          isBusy={isBusy}
          locale={i18n.language}
          move={move}
          onClose={() => setOpen(false)}
          place={place}
          words={words}
        />
      )}
    </li>
  )
}

/** On a paid order's form: the places it bought, each to be moved to another cohort, course or person. */
export const OrderPlaceDesk = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, PLACE_WORDS)
  const lines = useLines(id ? String(id) : null)
  if (!lines || lines.length === 0) {
    return null
  }

  return (
    <section aria-label={words.heading} className="lectern-publication" id="places">
      <h3>{words.heading}</h3>
      <ul className="lectern-refunds">
        {lines.map((line) => (
          <PlaceDesk key={line.id} line={line} words={words} />
        ))}
      </ul>
    </section>
  )
}
