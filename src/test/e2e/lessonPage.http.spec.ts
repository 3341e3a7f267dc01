import { gunzipSync } from 'node:zlib'

import type { Answer } from './http'
import type { Visitor } from './visitor'

import { buy, confirmedVisitor, curriculum, newPerson } from './buying'
import { eventually } from './eventually'
import { signedIn, visitor } from './visitor'

const COURSE = 'seeing-light'

const DATA = /<script type="application\/json" id="reader">(.*?)<\/script>/

type Data = { completed: string[]; lesson: string; user: { email: string; name: string } }

/** What a page carries of its reader; null where the page is not a shared one. */
const dataIn = ({ text }: Answer): Data | null => {
  const json = DATA.exec(text)?.[1]

  return json === undefined ? null : (JSON.parse(json) as Data)
}

const learner = async (name: string): Promise<Visitor> => {
  const one = await confirmedVisitor('aurora', newPerson(name))
  await buy(one, COURSE)

  return one
}

/** The lesson's page once it is one that its learners share. */
const shared = (one: Visitor, path: string, headers: Record<string, string> = {}) =>
  eventually(async () => {
    const answer = await one.send({ headers, path })

    return (answer.headers['content-encoding'] === 'gzip' || dataIn(answer)) && answer
  })

let anna: Visitor
let boris: Visitor
let lessons: { id: string; kind: string; title: string }[]
let text: string

beforeAll(async () => {
  anna = await learner('Anna Ash')
  boris = await learner('Boris Birch')
  lessons = (await curriculum(anna, COURSE)).lessons
  text = lessons.find(({ kind }) => kind === 'text')?.id ?? ''
})

describe('a lesson’s page', () => {
  it('is the same for all who are enrolled, but for what is the reader’s own', async () => {
    const path = `/learn/${COURSE}/${text}`
    const [hers, his] = [await shared(anna, path), await shared(boris, path)]

    expect(dataIn(hers)?.user.name).toBe('Anna Ash')
    expect(dataIn(his)?.user.name).toBe('Boris Birch')
    expect(hers.text.replace(DATA, '')).toBe(his.text.replace(DATA, ''))
    expect(his.text).not.toContain('Anna')
    expect(hers.headers['cache-control']).toContain('no-store')
    expect(hers.headers['x-content-type-options']).toBe('nosniff')
    expect(hers.text).toContain('overcast sky')
  })

  it('is whole when it comes compressed', async () => {
    const path = `/learn/${COURSE}/${text}`
    const plain = await shared(anna, path)
    const zipped = await shared(anna, path, { 'accept-encoding': 'gzip' })

    expect(gunzipSync(zipped.bytes).toString().replace(DATA, '')).toBe(plain.text.replace(DATA, ''))
  })

  it('knows at once what its reader has done', async () => {
    const path = `/learn/${COURSE}/${text}`
    expect(dataIn(await shared(boris, path))?.completed).toEqual([])
    await boris.post('/api/progress/completed', { lesson: text })

    expect(dataIn(await shared(boris, path))?.completed).toEqual([text])
    expect(dataIn(await shared(anna, path))?.completed).toEqual([])
  })

  it('is new at once when its author changes the lesson', async () => {
    const other = lessons.filter(({ kind }) => kind === 'text')[1]
    const path = `/learn/${COURSE}/${other?.id}`
    const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
    const rename = (title = '') => owner.patch(`/api/lessons/${other?.id}`, { title })
    await shared(anna, path)
    try {
      expect((await rename('Two windows')).status).toBe(200)
      const fresh = await anna.get(path)

      expect(fresh.text).toContain('Two windows')
      expect(fresh.text).not.toContain(`>${other?.title}<`)
    } finally {
      await rename(other?.title)
    }
  })

  it('opens for nobody who may not read it', async () => {
    const path = `/learn/${COURSE}/${text}`
    await shared(anna, path)
    const stranger = await confirmedVisitor('aurora', newPerson('Clara Cedar'))
    const ended = await learner('Dan Dogwood')
    await shared(ended, path)
    await ended.post('/api/auth/sign-out', {})
    const spoiled = await anna.send({ headers: { cookie: 'better-auth.session_token=x.y' }, path })

    for (const answer of [
      await stranger.get(path),
      await visitor('aurora').get(path),
      await ended.get(path),
      spoiled,
    ]) {
      expect(answer.text).not.toContain('overcast sky')
      expect(dataIn(answer)).toBeNull()
    }
  })

  it('closes with the enrollment', async () => {
    const path = `/learn/${COURSE}/${text}`
    const one = await learner('Eva Elm')
    await shared(one, path)
    const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
    const { enrollment } = await curriculum(one, COURSE)
    const { status } = await owner.patch(`/api/enrollments/${enrollment?.id}`, {
      status: 'revoked',
    })

    expect(status).toBe(200)
    expect((await one.get(path)).text).not.toContain('overcast sky')
  })

  it('is made by this server alone, whatever a request claims', async () => {
    const path = `/learn/${COURSE}/${text}`
    const answer = await anna.send({ headers: { 'x-template': 'guess' }, path: `${path}?by=hand` })

    expect(answer.text).toContain('Anna Ash')
  })

  it('is not found under another course', async () => {
    await shared(anna, `/learn/${COURSE}/${text}`)

    expect((await anna.get(`/learn/another-course/${text}`)).status).toBe(404)
  })
})
