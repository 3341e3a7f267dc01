import {
  CHANNELS,
  EVENTS,
  eventOf,
  eventsFor,
  isChosen,
  isEvent,
  isOnByDefault,
  spareEventOf,
} from './events'
import { holdsToken } from './templates'
import { PLACEHOLDERS } from './words'

const TEMPLATES = Object.keys(PLACEHOLDERS) as (keyof typeof PLACEHOLDERS)[]

describe('events and channels', () => {
  it.each(EVENTS)('of %s: what cannot be chosen is on', (event) => {
    for (const channel of CHANNELS) {
      expect(isChosen({ channel, event }) || isOnByDefault({ channel, event })).toBe(true)
    }
  })

  it.each(['purchases', 'security', 'school'] as const)('send mails of %s always', (event) => {
    expect(isChosen({ channel: 'email', event })).toBe(false)
    expect(isChosen({ channel: 'inApp', event })).toBe(true)
  })

  it.each(EVENTS)('know mails about %s', (event) => {
    expect(TEMPLATES.some((one) => eventOf(one) === event)).toBe(true)
  })

  it('keep what lets somebody in to the mail', () => {
    expect(TEMPLATES.filter((one) => holdsToken(one) && eventOf(one) !== null)).toEqual([])
  })

  it('give a way out of mails that are chosen, and of no others', () => {
    expect(spareEventOf('courseUpdate')).toBe('courseUpdates')
    expect(spareEventOf('newDevice')).toBe('signIns')
    expect(spareEventOf('receipt')).toBeNull()
    expect(spareEventOf('reset')).toBeNull()
  })

  it('ask students nothing about teaching', () => {
    expect(eventsFor({ isStaff: false })).not.toContain('teaching')
    expect(eventsFor({ isStaff: true })).toEqual(EVENTS)
  })

  it.each([
    ['reminders', true],
    ['receipts', false],
    [undefined, false],
  ])('takes %s for an event: %s', (value, is) => {
    expect(isEvent(value)).toBe(is)
  })
})
