import { describe, expect, it } from '@jest/globals'

import type { MailData, Template } from '@/domain/mail/templates'

import { strayBraces } from '@/domain/mail/words'
import { LOCALES } from '@/domain/tenancy/locales'

import type { OwnWords } from './render'
import type { MailSchool } from './types'

import { renderEmail } from './render'
import { sampleData } from './sample'
import { defaultWords } from './words'

const school: MailSchool = {
  name: 'Aurora & Sons <School>',
  accent: '#2f6f73',
  timeZone: 'Asia/Jerusalem',
  url: 'http://aurora.localhost:3000',
}
const course = 'Colour <b>by</b> "hand" & eye'
const at = (path: string) => `http://aurora.localhost:3000${path}?a=1&b=2`
const data: MailData = {
  accessChanged: {
    name: 'Noa',
    action: 'extend',
    course,
    reason: 'Was <b>ill</b>',
    until: '2026-05-31T22:30:00Z',
    url: at('/learn'),
  },
  accessEnding: { name: 'Noa', course, endsAt: '2026-05-31T22:30:00Z', url: at('/learn') },
  accountErased: { name: 'Noa', url: at('/') },
  accountErasing: { name: 'Noa', erasesAt: '2026-05-31T22:30:00Z', url: at('/account/privacy') },
  accountMade: { name: 'Noa', url: at('/set-password') },
  accountStatus: {
    name: 'Noa',
    action: 'delete',
    erasesAt: '2026-05-31T22:30:00Z',
    reason: 'Sold <b>his</b> place',
    url: at('/'),
  },
  alreadyRegistered: { name: 'Noa', url: at('/sign-in') },
  attemptGraded: { name: 'Noa', course, quiz: 'Essay', url: at('/learn/colour/1') },
  backupTroubled: {
    name: 'Noa',
    day: '2026-01-15',
    problem: 'notRestored',
    reason: 'Bytes of a file are missing.',
    url: at('/admin'),
  },
  bookingNews: {
    name: 'Noa',
    course,
    state: 'waitlisted',
    student: 'Ben <b>Birch</b>',
    url: at('/people/1'),
  },
  booksDiffer: {
    name: 'Noa',
    count: 2,
    day: '2026-01-15',
    provider: 'stripe',
    url: at('/admin/collections/reconciliations/1'),
  },
  cardEnding: {
    name: 'Noa',
    amount: 1900,
    currency: 'USD',
    plan: course,
    until: '2026-05-31T22:30:00Z',
    url: at('/pay/card/1?key=a.b'),
  },
  certificate: { name: 'Noa', course, url: at('/c/1.pdf'), verifyUrl: at('/c/1') },
  changeEmail: { name: 'Noa', url: at('/change-email') },
  checkoutLastReminder: { name: 'Noa', course, url: at('/checkout/resume/1?key=a.b') },
  checkoutReminder: { name: 'Noa', course, url: at('/checkout/resume/1?key=a.b') },
  commentWritten: {
    name: 'Noa',
    author: 'Ben <b>Birch</b>',
    course,
    post: 'Where do I begin?',
    url: at('/learn/calm/discussion/1'),
  },
  confirm: { name: 'Noa', url: at('/confirm') },
  courseAnswered: { name: 'Noa', author: 'Ada', course, message: 'Now it has.', url: at('/admin') },
  courseApproved: { name: 'Noa', author: 'Ada', course, message: '', url: at('/admin') },
  courseReturned: {
    name: 'Noa',
    author: 'Ada',
    course,
    message: 'No <b>captions</b>.',
    url: at('/admin'),
  },
  courseSubmitted: { name: 'Noa', author: 'Ada', course, message: 'Ready.', url: at('/admin') },
  courseUpdate: { name: 'Noa', course, message: 'Two <b>new</b> films.', url: at('/learn') },
  dataReady: { name: 'Noa', url: at('/account/privacy') },
  disputeOpened: {
    name: 'Noa',
    amount: 4900,
    currency: 'USD',
    number: '1042',
    reason: 'product_not_received',
    until: '2026-01-15T12:00:00.000Z',
    url: at('/admin/collections/disputes/1'),
  },
  domainConnected: { name: 'Noa', domain: 'learn.example.com', url: at('/') },
  domainTroubled: {
    name: 'Noa',
    domain: 'learn.example.com',
    problem: 'pointsElsewhere',
    url: at('/admin/collections/domains'),
  },
  emailChanging: { name: 'Noa', url: at('/forgot') },
  enrolled: { name: 'Noa', course, url: at('/learn') },
  fileQuarantined: {
    name: 'Noa',
    file: 'Notes <b>one</b>.pdf',
    url: at('/admin/collections/media?state=quarantined'),
    virus: 'Eicar-Test-Signature',
  },
  giftReceived: {
    name: 'Noa',
    buyer: 'Adam <b>B</b>',
    course,
    message: 'For the long\nevenings <i>',
    url: at('/gift?key=a.b'),
  },
  lessonsOpened: { name: 'Noa', course, lessons: ['A & B', '<i>C</i>'], url: at('/learn') },
  markChanged: {
    name: 'Noa',
    after: 7.5,
    before: 6,
    course,
    max: 10,
    quiz: 'A & B',
    reason: 'Looked <b>again</b>',
    url: at('/learn'),
  },
  newDevice: {
    name: 'Noa',
    at: '2026-05-31T22:30:00Z',
    device: 'Firefox <Linux>',
    place: 'Haifa, Israel',
    url: at('/account/security'),
  },
  passwordChanged: { name: 'Noa', url: at('/forgot') },
  paymentConfirm: {
    name: 'Noa',
    amount: 1900,
    currency: 'USD',
    plan: course,
    until: '2026-05-31T22:30:00Z',
    url: at('/pay/card/1?key=a.b'),
  },
  paymentFailed: {
    name: 'Noa',
    amount: 1900,
    currency: 'USD',
    plan: course,
    retryAt: '2026-05-31T22:30:00Z',
    url: at('/account/plans'),
  },
  paymentLastCall: {
    name: 'Noa',
    amount: 1900,
    currency: 'USD',
    plan: course,
    until: '2026-05-31T22:30:00Z',
    url: at('/pay/card/1?key=a.b'),
  },
  payoutFailed: {
    name: 'Noa',
    amount: 1900,
    currency: 'USD',
    reason: 'The account <b>was</b> closed',
    url: at('/account/earnings'),
  },
  payoutPaid: { name: 'Noa', amount: 1900, currency: 'USD', url: at('/account/earnings') },
  placeGiven: {
    name: 'Noa',
    course,
    person: 'Ada <b>B</b>',
    reason: 'They <b>asked</b> for it',
    url: at('/account/orders'),
  },
  placeMoved: { name: 'Noa', from: course, reason: 'They asked', to: course, url: at('/learn/x') },
  placeOffered: {
    name: 'Noa',
    cohort: 'Spring <b>one</b>',
    course,
    until: '2026-05-31T22:30:00Z',
    url: at('/courses/colour'),
  },
  placeReceived: { name: 'Noa', course, person: 'Ada <b>B</b>', url: at('/learn/x') },
  placeToPay: {
    name: 'Noa',
    amount: 1900,
    currency: 'USD',
    from: course,
    reason: 'They asked',
    to: course,
    until: '2026-05-31T22:30:00Z',
    url: at('/account/orders'),
  },
  planEnded: { name: 'Noa', plan: course, url: at('/account/plans') },
  planWinBack: { name: 'Noa', plan: course, url: at('/checkout?offer=1') },
  prerequisitesMet: { name: 'Noa', course, url: at('/courses/x') },
  receipt: {
    name: 'Noa',
    coupon: 'SPRING<i>',
    currency: 'USD',
    discount: 1000,
    lines: [
      { amount: 4900, title: course },
      { amount: 1250, title: course },
    ],
    number: 'A-1042',
    paidAt: '2026-05-31T22:30:00Z',
    tax: 0,
    total: 5150,
    url: at('/my'),
  },
  refund: {
    name: 'Noa',
    amount: 1250,
    creditNote: { number: 'CN-0007', url: at('/credit-notes/1.pdf') },
    currency: 'USD',
    endsAccess: true,
    number: 'A-1042',
    reason: 'Bought <b>twice</b>',
    url: at('/account/orders'),
  },
  requestNews: {
    name: 'Noa',
    course,
    news: 'approved',
    reason: 'We <b>look</b> forward',
    until: '2026-05-31T22:30:00Z',
    url: at('/checkout?offer=1'),
  },
  reset: { name: 'Noa', url: at('/reset') },
  reviewRequest: { name: 'Noa', course, url: at('/courses/colour') },
  setPassword: { name: 'Noa', course: 'Watercolour', url: at('/set-password?token=abc') },
  signInChanged: { name: 'Noa', change: 'secondFactorOn', url: at('/account/security') },
  signInInstead: { name: 'Noa', course: 'Watercolour', url: at('/sign-in?next=/checkout') },
  signInLink: { name: 'Noa', code: '1234 5678', url: at('/sign-in-link') },
  teamInvitation: {
    name: 'Noa',
    author: 'Ada',
    course: 'Watercolour',
    role: 'editor',
    share: 2550,
    url: at('/teaching-invitation?token=abc'),
  },
  teamNews: {
    name: 'Noa',
    course: 'Watercolour',
    news: 'removed',
    reason: 'The course has ended.',
    role: 'editor',
    share: 0,
    url: at('/'),
    who: 'Ada',
  },
  unusualTraffic: {
    name: 'Noa',
    bytes: 9_000_000_000,
    day: '2026-01-15',
    student: 'Ben <b>Birch</b>',
    url: at('/admin/collections/video-plays'),
    usual: 1_200_000_000,
  },
  waitlistNews: {
    name: 'Noa',
    cohort: 'Spring <b>one</b>',
    course,
    news: 'removed',
    reason: 'Asked <b>us</b>',
    url: at('/courses/colour'),
  },
  workReviewed: { name: 'Noa', assignment: 'A cup', course, url: at('/learn/colour/1') },
}
const templates = Object.keys(data) as Template[]
const cases = templates.flatMap((template) => LOCALES.map((locale) => [template, locale] as const))
const show = <K extends Template>(
  template: K,
  locale: (typeof LOCALES)[number],
  { given = data, words }: { given?: MailData; words?: OwnWords } = {},
) => renderEmail({ data: given[template], locale, school, template, words })

describe.each(cases)('the mail %s in %s', (template, locale) => {
  it('has a subject, the direction of its language, and its link in both bodies', async () => {
    const { html, subject, text } = await show(template, locale)

    expect(subject).not.toMatch(/^mail\.|\{|\}/)
    expect(subject.length).toBeGreaterThan(5)
    expect(html).toContain(`dir="${locale === 'he' ? 'rtl' : 'ltr'}"`)
    expect(html).toContain(`lang="${locale}"`)
    expect(html).toContain(`href="${data[template].url.replaceAll('&', '&amp;')}"`)
    expect(text).toContain(data[template].url)
    expect(`${html}${text}`).not.toMatch(/mail\.\w+|\{\w+\}|undefined/)
  })

  it('shows names as text and never as markup', async () => {
    const { html, text } = await show(template, locale)

    expect(html).not.toMatch(/<School>|<b>by|<i>/)
    expect(html).toContain('Aurora &amp; Sons')
    expect(text).toContain('Aurora & Sons <School>')
    expect(text).not.toContain('&amp;')
  })
})

/** What runs where it is taken for markup: between tags, in an attribute, and as the end of a comment. */
const LIVE = `--></title>"'><script>evil()</script><img src=x onerror=evil()>`

/** Each way to have one text of a value, however deep it lies, end in live markup. */
const hostile = (value: unknown): unknown[] => {
  if (typeof value === 'string') {
    return [`${value}${LIVE}`]
  }

  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) =>
        hostile(one).map((other) =>
          Array.isArray(value)
            ? value.map((kept: unknown, at) => (String(at) === name ? other : kept))
            : { ...value, [name]: other },
        ),
      )
    : []
}

describe('live markup', () => {
  it('in any text that any mail is told is shown as text, or refused', async () => {
    const live: string[] = []
    let shown = 0
    for (const template of templates) {
      for (const told of hostile(data[template])) {
        const given = { ...data, [template]: told }
        // A kind or a moment that is none is refused.
        const mail = await show(template, 'en', { given }).catch(() => null)
        shown += mail?.html.includes('&lt;script&gt;evil') ? 1 : 0
        if (mail && /<script>evil|<img src=x|"'>/.test(mail.html)) {
          live.push(`${template}: ${JSON.stringify(told)}`)
        }
      }
    }

    expect(live).toEqual([])
    expect(shown).toBeGreaterThan(50)
  }, 120_000)
})

describe('a receipt', () => {
  it('adds up before the reader’s eyes, dated in the school’s zone', async () => {
    const { text } = await show('receipt', 'en')

    for (const part of ['$49.00', '$12.50', '-$10.00', '$51.50', 'SPRING<i>', 'June 1, 2026']) {
      expect(text).toContain(part)
    }
  })

  it('writes a currency without minor digits as one', async () => {
    const receipt = { ...data.receipt, currency: 'JPY' }
    const { text } = await show('receipt', 'en', { given: { ...data, receipt } })

    expect(text).toContain('¥5,150')
  })
})

describe('a stranger’s words', () => {
  it.each(['Buy now at http://evil.test', 'evil.test', 'a@b', 'x'.repeat(61), '  '])(
    'are no salutation when the name is %j',
    async (name) => {
      const given = { ...data, confirm: { ...data.confirm, name } }
      const { text } = await show('confirm', 'en', { given })

      expect(text).toContain('Hello,')
    },
  )

  it('never break a subject into two lines', async () => {
    const enrolled = { ...data.enrolled, course: 'One\r\nBcc: two' }

    const { subject } = await show('enrolled', 'en', { given: { ...data, enrolled } })

    expect(subject).not.toMatch(/[\r\n]/)
  })
})

describe('the words a school begins with', () => {
  it.each(cases)('are such as it may write itself: %s in %s', (kind, locale) => {
    for (const text of Object.values(defaultWords(kind, locale))) {
      expect(strayBraces({ kind, text })).toEqual([])
      expect(text).not.toBe('')
    }
  })
})

describe('a school’s own words', () => {
  const words: OwnWords = {
    body: 'Dear {name}, <b>welcome</b> & enjoy\nyour {course}.\n\nThe people of {school}',
    buttonLabel: 'Open {course}',
    heading: 'Off we go, {name}',
    subject: '{name}: {course}',
  }

  it('stand in place of the platform’s, in both bodies', async () => {
    const enrolled = { ...data.enrolled, course: 'Colour' }
    const { html, subject, text } = await show('enrolled', 'en', {
      given: { ...data, enrolled },
      words,
    })

    expect(subject).toBe('Noa: Colour')
    expect(text).toContain('Off we go, Noa')
    expect(text).toContain('Dear Noa, <b>welcome</b> & enjoy\nyour Colour.')
    expect(text).toContain('Open Colour')
    expect(text).not.toContain('at your own pace')
    expect(html).toContain('Dear Noa, &lt;b&gt;welcome&lt;/b&gt; &amp; enjoy<br/>your Colour.')
    expect(html).toContain('The people of Aurora &amp; Sons &lt;School&gt;')
    expect(html).not.toContain('at your own pace')
  })

  it('are never markup, whatever a course is called, and never a stranger’s message', async () => {
    const enrolled = { ...data.enrolled, name: 'evil.test', course: '<img src=x>{school}' }
    const { html, text } = await show('enrolled', 'en', { given: { ...data, enrolled }, words })

    expect(html).not.toMatch(/<b>|<img/)
    expect(text).toContain('<img src=x>{school}')
    expect(`${html}${text}`).not.toContain('evil.test')
  })

  it('leave the rest to the platform’s, and cannot take away what a mail owes its reader', async () => {
    const receipt = await show('receipt', 'en', { words: { body: 'Thanks for {total}' } })

    expect(receipt.subject).toContain('Receipt from')
    for (const part of ['Thanks for $51.50', '$49.00', 'Order A-1042']) {
      expect(receipt.text).toContain(part)
    }
    expect((await show('reset', 'en', { words })).text).toContain('works once')
    const update = await show('courseUpdate', 'en', { words })
    expect(update.text).toContain('Two <b>new</b> films.')
    expect(update.html).toContain('Two &lt;b&gt;new&lt;/b&gt; films.')
  })
})

describe('a sample', () => {
  it.each(cases)('shows every part of the mail %s in %s', async (template, locale) => {
    const sample = sampleData({
      name: 'Noa',
      currency: 'EUR',
      kind: template,
      locale,
      now: new Date('2026-05-31T12:00:00Z'),
      origin: 'http://aurora.localhost:3000',
    })
    const { text } = await renderEmail({ data: sample, locale, school, template })

    expect(text).toContain('Noa')
    expect(text).not.toContain('undefined')
  })
})
