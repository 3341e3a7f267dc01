'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, type SubmitEvent } from 'react'

import type { ShownPlace, ShownPrice } from '@/domain/commerce/transfers'

import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Field } from '@/components/ui/Field'
import { formatMoney } from '@/components/ui/formatMoney'
import { Input } from '@/components/ui/Input'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import type { Chosen } from './usePlace'

import { MoveTarget } from './MoveTarget'
import { NOTHING_CHOSEN, useMovePrice } from './usePlace'

type Person = { email: string; name: string }

const NOTHING_DUE = { back: 0, due: 0 }

/** Chooses where a place goes, shows what that costs, and asks for it. */
export const MoveForm = ({
  isBusy,
  onCancel,
  onMove,
  place,
}: {
  isBusy: boolean
  onCancel: () => void
  onMove: (to: Chosen | Person, price: Pick<ShownPrice, 'back' | 'due'>) => Promise<void>
  place: ShownPlace
}) => {
  const t = useTranslations('account.orders.move')
  const locale = useLocale()
  const canGive = place.ways.includes('person')
  const canMove = place.targets.length > 0
  const [isGiven, setGiven] = useState(!canMove && canGive)
  const [chosen, setChosen] = useState(NOTHING_CHOSEN)
  const [person, setPerson] = useState<Person>({ name: '', email: '' })
  const target = place.targets.find(({ offer }) => offer === chosen.offer)
  const lacksCohort = Boolean(target?.cohorts) && chosen.cohort === ''
  const { fault, price } = useMovePrice(
    place.line,
    isGiven || lacksCohort ? NOTHING_CHOSEN : chosen,
  )
  const money = (amount: number) => formatMoney({ amount, currency: place.currency, locale })
  const isReady = isGiven ? person.email !== '' && person.name.trim() !== '' : price !== null
  const said = isGiven
    ? t('give')
    : price && price.due > 0
      ? t('sendDue', { sum: money(price.due) })
      : price && price.back > 0
        ? t('sendBack', { sum: money(price.back) })
        : t('send')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    void onMove(isGiven ? person : chosen, price ?? NOTHING_DUE)
  }
  if (!canMove && !canGive) {
    return <Text>{t('nowhere')}</Text>
  }

  return (
    <form className="flex flex-col gap-6" onSubmit={send}>
      <Stack gap={1}>
        <Text>{t('lead', { worth: money(place.worth) })}</Text>
        {place.until && (
          <Text size="small" tone="muted">
            {t.rich('until', { day: () => <DateTime show="dateTime" value={place.until ?? ''} /> })}
          </Text>
        )}
      </Stack>
      {canMove && canGive && (
        <RadioGroup
          legend={t('way')}
          name={`way-${place.line}`}
          onValueChange={(value) => setGiven(value === 'person')}
          options={[
            { label: t('toOffer'), value: 'offer' },
            { label: t('toPerson'), value: 'person' },
          ]}
          value={isGiven ? 'person' : 'offer'}
        />
      )}
      {isGiven ? (
        <Stack gap={4}>
          <Field label={t('email')} required>
            <Input
              maxLength={254}
              onChange={({ target }) => setPerson({ ...person, email: target.value })}
              required
              type="email"
              value={person.email}
            />
          </Field>
          <Field hint={t('personNote')} label={t('name')} required>
            <Input
              maxLength={120}
              onChange={({ target }) => setPerson({ ...person, name: target.value })}
              required
              value={person.name}
            />
          </Field>
        </Stack>
      ) : (
        <MoveTarget
          chosen={chosen}
          fault={fault}
          onChange={setChosen}
          place={place}
          price={price}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button disabled={!isReady} loading={isBusy} type="submit">
          {said}
        </Button>
        <Button onClick={onCancel} variant="quiet">
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
