import path from 'node:path'

import { chooseNode, cleanEnvironment } from './node.mjs'
import { inRoot } from './paths.mjs'

describe('the choice of Node', () => {
  it.each([
    ['24.0.0', true, 'stay'],
    ['26.1.0', true, 'stay'],
    ['24.0.0', false, 'stay'],
    ['20.20.2', true, 'hand over'],
    ['23.5.0', true, 'hand over'],
    ['23.5.0', false, 'stay'],
    ['22.18.0', false, 'stay'],
    ['22.17.9', false, 'refuse'],
    ['20.20.2', false, 'refuse'],
  ])('on %s, with a copy from npm %p, is to %s', (current, pinned, expected) => {
    expect(chooseNode({ current, pinned })).toBe(expected)
  })
})

describe('the environment of our processes', () => {
  const PATH = ['/usr/bin', inRoot('node_modules/.bin'), '/bin'].join(path.delimiter)
  const clean = cleanEnvironment({
    HOME: '/home/me',
    NODE_OPTIONS: '--inspect',
    npm_config_cache: '/x',
    npm_lifecycle_event: 'start',
    PATH,
  })

  it('loses what npm and Node pass on', () => {
    expect(Object.keys(clean).sort()).toEqual(['HOME', 'PATH'])
  })

  it('finds our programs first, and each once', () => {
    const parts = clean.PATH?.split(path.delimiter) ?? []

    expect(parts.slice(0, 2)).toEqual([path.dirname(process.execPath), inRoot('node_modules/.bin')])
    expect(parts.slice(2)).toEqual(['/usr/bin', '/bin'].filter((part) => part !== parts[0]))
  })
})
