'use client'

import { useState } from 'react'

import { clockIn, momentAt } from '@/domain/zoned'

import { Input } from './Input'

/** A date and a time on the clock of a zone, which stands beside it; `onMoment` is told the moment as ISO 8601 in UTC. */
export const ZonedTimeInput = ({
  defaultMoment,
  onMoment,
  timeZone,
}: {
  /** ISO 8601. */
  defaultMoment?: string
  /** Null while the field holds no time. */
  onMoment?: (moment: null | string) => void
  /** IANA, as in `Europe/Berlin`. */
  timeZone: string
}) => {
  const [clock, setClock] = useState(
    defaultMoment ? clockIn(new Date(defaultMoment), timeZone) : '',
  )

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Input
        className="w-auto min-w-56 tabular-nums"
        dir="ltr"
        onChange={({ target }) => {
          setClock(target.value)
          onMoment?.(momentAt(target.value, timeZone)?.toISOString() ?? null)
        }}
        type="datetime-local"
        value={clock}
      />
      <bdi className="text-sm text-muted">{timeZone}</bdi>
    </div>
  )
}
