import { Halt } from '../runtime/halt.mjs'
import { ask } from './ask.mjs'
import { figuresOf } from './figures.mjs'
import { CONNECTIONS, load } from './load.mjs'

/**
 * @typedef {import('./figures.mjs').Row} Row
 * @typedef {import('./load.mjs').Target} Target
 * @typedef {import('./learners.mjs').Learner} Learner
 * @typedef {{ aim: number, baseline: Target, isCached?: boolean, ours: Target, title: string }} Scenario `aim` as a share of the baseline
 */

/** Seconds of each load, and how often ours and the baseline take turns. */
const WARM = 2
const SECONDS = 2
const ROUNDS = 4

/** Requests over which statements are counted. */
const COUNTED = 20

/**
 * What is asked, each beside the least that could answer it.
 * @param {{ course: string, host: string, learners: Learner[], lesson: string, ports: import('./servers.mjs').Ports }} given
 * @returns {Scenario[]}
 */
export const scenariosOf = ({ course, host, learners, lesson, ports: { bare, upsert, web } }) => {
  const visitors = [{ headers: { host } }]
  const nobody = [{ headers: { host: 'localhost' } }]
  const page = (
    /** @type {string} */ path,
    /** @type {Target['clients']} */ clients = visitors,
  ) => ({
    clients,
    path,
    port: web,
    title: path,
  })
  const bareStatic = { clients: nobody, path: '/', port: bare, title: 'the bare static page' }
  const bareDynamic = { ...bareStatic, path: '/one', title: 'the bare dynamic page' }
  const type = { 'content-type': 'application/json' }
  const spans = [
    [0, 1.5],
    [2, 3],
  ]
  const report = (/** @type {Learner} */ { id, headers }) => ({
    bare: { body: JSON.stringify({ learner: id, position: 3, spans }), headers: { host, ...type } },
    ours: {
      body: JSON.stringify({ lesson, position: 3, spans }),
      headers: { ...headers, ...type },
    },
  })
  const path = '/api/progress/watched'

  return [
    {
      aim: 0.8,
      baseline: bareStatic,
      isCached: true,
      ours: page('/'),
      title: 'school home, cached',
    },
    {
      aim: 0.8,
      baseline: bareStatic,
      isCached: true,
      ours: page(`/courses/${course}`),
      title: 'course page, cached',
    },
    {
      aim: 0.5,
      baseline: bareDynamic,
      ours: page('/dashboard', learners),
      title: 'dashboard, signed in',
    },
    {
      aim: 0.5,
      baseline: bareDynamic,
      ours: page(`/learn/${course}/${lesson}`, learners),
      title: 'lesson page, signed in',
    },
    {
      aim: 0.3,
      baseline: {
        clients: learners.map((learner) => report(learner).bare),
        method: 'POST',
        path,
        port: upsert,
        title: 'the bare upsert',
      },
      ours: {
        clients: learners.map((learner) => report(learner).ours),
        method: 'POST',
        path,
        port: web,
        title: path,
      },
      title: 'watched report',
    },
  ]
}

/**
 * Asks one after the other, as the target's clients in turn; the last answer of a cached page has to
 * come from the cache.
 * @param {Pick<Scenario, 'isCached' | 'ours'>} scenario
 * @param {number} times
 */
const askInTurn = async ({ isCached = false, ours: { clients, path, port } }, times) => {
  let cache
  for (let turn = 0; turn < times; turn++) {
    const { body, headers } = clients[turn % clients.length] ?? {}
    const answer = await ask({ body: body && JSON.parse(body), headers, path, port })
    if (answer.status !== 200) {
      throw new Halt(`${path} answered ${answer.status}: ${answer.body.slice(0, 500)}`)
    }
    cache = answer.headers['x-nextjs-cache']
  }
  if (isCached && cache !== 'HIT') {
    throw new Halt(`${path} was not served from the cache.`)
  }
}

/**
 * Measures one scenario: statements first, quietly; then ours and the baseline in turns, so that what
 * else the machine does falls on both.
 * @param {{ counter: Awaited<ReturnType<import('./statements.mjs').statementCounter>>, scenario: Scenario }} given
 * @returns {Promise<Row>}
 */
export const measure = async ({ counter, scenario }) => {
  const { aim, baseline, ours, title } = scenario
  await askInTurn(scenario, CONNECTIONS)
  const queries = await counter.per(() => askInTurn(scenario, COUNTED), COUNTED)
  await load(baseline, WARM)
  await load(ours, WARM)
  const loads = []
  for (let round = 0; round < ROUNDS; round++) {
    loads.push({ baseline: await load(baseline, SECONDS), ours: await load(ours, SECONDS) })
  }
  const figures = figuresOf(loads.map((one) => one.ours))
  const bare = figuresOf(loads.map((one) => one.baseline))
  const ratio = figures.perSecond / bare.perSecond

  return { aim: `≥ ${aim}`, baseline: bare, figures, met: ratio >= aim, queries, ratio, title }
}
