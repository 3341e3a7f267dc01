/** One event of a calendar; moments in ms. */
export type CalendarEvent = {
  closes: number
  /** Names the event for good, so that a calendar that has it changes it. */
  id: string
  stamp: number
  starts: number
  title: string
  url: string
}

/** Octets a line may have, its end not counted (RFC 5545, 3.1). */
const LINE = 75

/** A moment in UTC as RFC 5545, 3.3.5 writes it: 20260329T003000Z. */
const moment = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Text after RFC 5545, 3.3.11. */
const text = (value: string): string =>
  value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n')

const sizeOf = (value: string): number => new TextEncoder().encode(value).length

/** Breaks a line between characters, never inside one. */
const folded = (line: string): string => {
  const parts: string[] = ['']
  for (const sign of line) {
    const last = parts.at(-1) ?? ''
    const room = parts.length > 1 ? LINE - 1 : LINE
    if (sizeOf(last) + sizeOf(sign) > room) {
      parts.push(sign)
    } else {
      parts[parts.length - 1] = last + sign
    }
  }

  return parts.join('\r\n ')
}

/** A calendar file with one event, as RFC 5545 has it. */
export const calendarFile = ({ id, closes, stamp, starts, title, url }: CalendarEvent): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lessons//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${moment(stamp)}`,
    `DTSTART:${moment(starts)}`,
    `DTEND:${moment(closes)}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:${text(url)}`,
    `URL:${url}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
