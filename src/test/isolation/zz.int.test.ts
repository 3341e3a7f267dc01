import { writeFileSync } from 'node:fs'
import { seedDemo } from '@/seed/demo'
import { testPayload } from '@/test/harness'
import { callsAt } from './calls'
import { signIn } from './actors'
import { HOSTILE_TEXTS, HOSTILE_VALUES } from './hostile'
const payload = testPayload()
const HOST = 'aurora.localhost'
const { rest, graphql } = callsAt(HOST)
it('lists', async () => {
  await seedDemo({ payload: payload(), say: () => undefined })
  const boss = await signIn({ name: 'owner', email: 'owner@aurora.test', host: HOST, payload: payload() })
  const nobody = { name: 'anon', cookie: '' }
  const out: string[] = []
  const causes = new Map<string, { n: number; ex: string }>()
  let now = ''
  payload().config.hooks.afterError = [({ error }: any) => {
    let e = error?.originalError ?? error
    while (e.cause) e = e.cause
    if ((error.status ?? 500) < 500 || (e.status ?? 500) < 500) return
    const key = `${e.name} ${e.code ?? ''} ${e.code ? e.routine ?? '' : String(e.message).slice(0, 90)} | ${String(e.stack).split('\n').filter((l: string) => l.includes(' at ')).slice(0, 1).map((l: string) => l.trim().replace(/.*node_modules/, '')).join(' ')}`
    const k = causes.get(key) ?? { n: 0, ex: `${now} :: ${e.message}`.slice(0, 400) }
    k.n++; causes.set(key, k)
  }] as never
  let n = 0
  const t0 = Date.now()
  const go = async (actor: any, asked: any) => {
    n++
    now = `${asked.method ?? 'GET'} ${asked.path.slice(0, 200)} ${JSON.stringify(asked.body ?? '').slice(0, 100)}`
    try {
      const a = await rest(actor, asked)
      if (a.status >= 500) out.push(`${actor.name} ${asked.method ?? 'GET'} ${asked.path.slice(0, 300)} ${JSON.stringify(asked.body ?? '').slice(0, 100)} → ${a.status} ${a.text.slice(0, 150)}`)
    } catch (e) { out.push(`THROWN ${asked.method ?? 'GET'} ${asked.path.slice(0, 200)} ${JSON.stringify(asked.body ?? '').slice(0, 100)} ${e}`) }
  }
  const E = encodeURIComponent
  for (const slug of ['courses', 'users', 'offers', 'pages', 'events', 'payload-preferences']) {
    const col = payload().config.collections.find(c => c.slug === slug)!
    const types = new Map<string, string>([['id', 'id']])
    for (const f of col.flattenedFields) { if (!types.has(f.type)) types.set(f.type, f.name); if (f.type === 'group' || f.type === 'array') { for (const g of f.flattenedFields) if (!types.has(f.type + g.type)) types.set(f.type + g.type, f.name + '.' + g.name) } }
    const ops = ['equals', 'not_equals', 'in', 'not_in', 'like', 'contains', 'greater_than', 'exists', 'near', 'all', 'within', 'bogus', "x'", 'intersects','not_like','less_than_equal']
    for (const [type, name] of types) {
      for (const op of ops) for (const t of HOSTILE_TEXTS) {
        if ((HOSTILE_TEXTS.indexOf(t) + ops.indexOf(op)) % 7) continue
        await go(boss, { path: `${slug}?depth=0&limit=1&where[${name}][${op}]=${E(t)}` })
      }
    }
    void (slug, n, Date.now() - t0)
    for (const t of HOSTILE_TEXTS) {
      for (const p of [`where[${E(t)}][equals]=1`, `where=${E(t)}`, `where[or]=${E(t)}`, `where[and][0]=${E(t)}`, `where[and][0][or][0][id]=${E(t)}`, `where[id]=${E(t)}`, `where[id][equals][]=${E(t)}`,`where[id][equals][a]=${E(t)}`, `where[tenant.${E(t)}][equals]=1`, `where[tenant.name][equals]=${E(t)}`, `sort=${E(t)}`, `sort=-${E(t)}`, `sort=tenant.${E(t)}`, `sort[]=${E(t)}`,`sort[a]=${E(t)}`, `limit=${E(t)}`, `page=${E(t)}`, `depth=${E(t)}`, `depth[]=${E(t)}`, `select[${E(t)}]=true`, `select=${E(t)}`, `select[title]=${E(t)}`, `populate[${E(t)}][title]=true`, `populate=${E(t)}`, `populate[users]=${E(t)}`, `joins=${E(t)}`, `joins[sections]=${E(t)}`, `joins[sections][sort]=${E(t)}`, `joins[sections][limit]=${E(t)}`, `joins[sections][page]=${E(t)}`, `joins[sections][where][id][equals]=${E(t)}`, `joins[sections][where][title][equals]=${E(t)}`, `joins[${E(t)}][limit]=1`, `locale=${E(t)}`, `fallback-locale=${E(t)}`, `draft=${E(t)}`, `trash=${E(t)}`, `pagination=${E(t)}`])
        await go(boss, { path: `${slug}?depth=1&${p}` })
      const id = E(t) === '' ? 'x' : E(t)
      await go(boss, { path: `${slug}/${id}` })
      await go(boss, { path: `${slug}/versions/${id}` })
      await go(boss, { path: `${slug}/versions?where[id][equals]=${id}` })
      await go(boss, { path: `${slug}/versions?where[parent][equals]=${id}` })
      await go(boss, { path: `${slug}/versions?sort=${id}` })
      await go(boss, { path: `${slug}/count?where[id][equals]=${id}` })
      await go(boss, { path: `${slug}/${id}`, method: 'PATCH', body: { title: 'a' } })
      await go(boss, { path: `${slug}?where[id][equals]=${id}`, method: 'PATCH', body: { title: 'a' } })
      await go(boss, { path: `${slug}/${id}`, method: 'DELETE' })
      await go(boss, { path: `${slug}?where[id][equals]=${id}`, method: 'DELETE' })
      await go(boss, { path: `${slug}/versions/${id}`, method: 'POST', body: {} })
      await go(boss, { path: `${slug}/${id}/duplicate`, method: 'POST', body: {} })
      await go(boss, { path: `${slug}/access/${id}`, method: 'POST', body: {} })
    }
    void (slug, n, Date.now() - t0)
  }
  for (const v of HOSTILE_VALUES) {
    await go(boss, { path: `courses`, method: 'POST', body: v })
    for (const f of ['title', 'cover', 'description', 'level', 'instructor', 'slug', 'sections', 'tenant', '_status', 'id', 'createdAt'])
    await go(boss, { path: `courses`, method: 'POST', body: { title: 'x', slug: 'xyz', [f]: v } })
    for (const f of ['prices', 'kind', 'position', 'isActive', 'course'])
    await go(boss, { path: `offers`, method: 'POST', body: { title: 'x', kind: 'free', [f]: v } })
    for (const f of ['layout'])
    await go(boss, { path: `pages`, method: 'POST', body: { title: 'x', [f]: v } })
    for (const f of ['questions', 'passMark'])
    await go(boss, { path: `quizzes`, method: 'POST', body: { title: 'x', [f]: v } })
    for (const f of ['collectionSlug', 'docsToMove', 'newKeyWillBe', 'orderableFieldName', 'target'])
    await go(boss, { path: `reorder`, method: 'POST', body: { collectionSlug: 'sections', docsToMove: ['x'], newKeyWillBe: 'less', orderableFieldName: '_sections_sections_order', target: { id: 'x', key: 'a0' }, [f]: v } })
    await go(boss, { path: `payload-preferences/x`, method: 'POST', body: { value: v } })
    if (typeof v === 'string') await go(boss, { path: `payload-preferences/${E(v)}`, method: 'POST', body: { value: v } })
    for (const f of ['login','forgot-password', 'reset-password', 'first-register', 'unlock', 'refresh-token', 'verify/1'])
    await go(boss, { path: `users/${f}`, method: 'POST', body: { email: v, token: v, password: v } })
  }
  await go(boss, { path: `courses`, method: 'POST', form: '{bad', headers: { 'Content-Type': 'application/json' } })
  await go(boss, { path: `reorder`, method: 'POST', form: '{bad', headers: { 'Content-Type': 'application/json' } })
  await go(boss, { path: `courses/%E0%A4%A` })
  void ('bodies', n, Date.now() - t0)
  const gq = async (q: string, v?: object) => { n++; now = q.slice(0,200); try { const a = await graphql(boss, q, v); if (a.status >= 500 || a.text.includes('Something went wrong')) out.push(`GQL ${q.slice(0, 200)} ${JSON.stringify(v ?? '').slice(0,100)} → ${a.status} ${a.text.slice(0,150)}`) } catch (e) { out.push(`GQL THROWN ${q.slice(0,200)} ${JSON.stringify(v ?? '').slice(0,100)} ${e}`) } }
  for (const t of HOSTILE_TEXTS) {
    const s = JSON.stringify(t)
    await gq(`{ Course(id: ${s}) { id } }`)
    await gq(`{ Courses(where: { id: { equals: ${s} } }) { totalDocs } }`)
    await gq(`{ Courses(where: { title: { equals: ${s} } }) { totalDocs } }`)
    await gq(`{ Courses(where: { createdAt: { equals: ${s} } }) { totalDocs } }`)
    await gq(`{ Courses(where: { instructor: { equals: ${s} } }) { totalDocs } }`)
    await gq(`{ Courses(sort: ${s}) { totalDocs } }`)
    await gq(`mutation { deleteCourse(id: ${s}) { id } }`)
    await gq(`mutation { updateCourse(id: ${s}, data: { title: "x" }) { id } }`)
    await gq(`query ($a: String!) { Course(id: $a) { id } }`, { a: t })
    await gq(`query ($a: Int) { Courses(limit: $a) { totalDocs } }`, { a: t })
    await gq(t)
  }
  for (const v of HOSTILE_VALUES) await gq(`query ($a: Int) { Courses(limit: $a) { totalDocs } }`, { a: v })
  await gq(`{ Courses(limit: -1, page: -5) { totalDocs } }`)
  await gq(`{ Courses(limit: 2147483647, page: 2147483647) { totalDocs } }`)
  void ('gql', n, Date.now() - t0)
  writeFileSync('/tmp/inj.txt', out.join('\n'))
  writeFileSync('/tmp/causes.txt', [...causes].map(([k, v]) => `${v.n} ${k}\n      ${v.ex}`).join('\n'))
}, 500000)
