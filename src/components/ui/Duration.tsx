import { useLocale } from 'next-intl'

/** A length of time in seconds, in the reader's words: hours and minutes, at least one minute. */
export const Duration = ({ className, seconds }: { className?: string; seconds: number }) => {
  const locale = useLocale()
  const minutes = Math.max(1, Math.round(seconds / 60))
  const say = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [hours > 0 && say(hours, 'hour'), rest > 0 && say(rest, 'minute')]

  return (
    <time className={className} dateTime={`PT${minutes}M`}>
      {parts.filter(Boolean).join(' ')}
    </time>
  )
}
