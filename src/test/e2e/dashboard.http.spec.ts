import type { Visitor } from './visitor'

import { confirmedVisitor, newPerson } from './buying'
import { eventually } from './eventually'
import { signedIn, visitor } from './visitor'
import { wordsOf } from './words'

/** The dashboard once it comes from the front, which says who reads it; the first time Next renders it whole. */
const fromFront = (who: Visitor, headers?: Record<string, string>) =>
  eventually(async () => {
    const answer = await who.send({ headers, path: '/dashboard' })

    return answer.text.includes('id="reader"') && answer
  })

describe('the dashboard', () => {
  it('is a document that holds what is the learner’s, and says who is signed in', async () => {
    const student = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    const page = await fromFront(student)
    const t = wordsOf('en')

    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toContain('no-store')
    expect(page.text).toContain(t('dashboard.title'))
    expect(page.text).toContain('"email":"student@aurora.test"')
    expect(page.text).toMatch(/<reader-part [^>]*><script type="application\/json" id="reader">/)
    expect(page.text).not.toContain('__next_f')
    expect(page.text).not.toMatch(/src="[^"]*\/_next\/static\/chunks/)
  })

  it('is the same for two learners but for the part of each', async () => {
    const people = await Promise.all(
      ['Ada One', 'Ben Two'].map((name) =>
        confirmedVisitor('aurora', { ...newPerson(name), password: 'a long enough password' }),
      ),
    )
    const pages = await Promise.all(people.map((who) => fromFront(who)))
    const [ada = '', ben = ''] = pages.map(({ text }) => text)
    const around = (page: string) => page.replace(/<reader-part[\s\S]*<\/reader-part>/, '')

    expect(ada).toContain('Ada One')
    expect(ben).toContain('Ben Two')
    expect(ada).not.toContain('Ben Two')
    expect(around(ada)).toBe(around(ben))
    expect(around(ada)).not.toContain('Ada One')
  })

  it('follows the reader’s language', async () => {
    const student = await signedIn({ email: 'student@aurora.test', place: 'aurora' })
    student.cookies.set('locale', 'he')
    const page = await fromFront(student)

    expect(page.text).toContain('<html dir="rtl" lang="he"')
    expect(page.text).toContain(wordsOf('he')('dashboard.title'))
  })

  it('sends a stranger to sign in', async () => {
    const answer = await visitor('aurora').get('/dashboard')

    expect(answer.status).toBe(307)
    expect(answer.headers.location).toContain('/sign-in?next=')
  })
})
