import type { AccountAction, AccountStatus } from './standing'

import { outranks, reaches, statusAfter } from './standing'

const of = (status: AccountStatus, more: { emailVerified?: boolean; erasesAt?: string } = {}) => ({
  emailVerified: true,
  erasesAt: null,
  status,
  ...more,
})

describe('what staff do to an account', () => {
  const cases: [AccountAction, ReturnType<typeof of>, AccountStatus | null][] = [
    ['suspend', of('active'), 'suspended'],
    ['suspend', of('pending'), 'suspended'],
    ['suspend', of('banned'), 'suspended'],
    ['suspend', of('suspended'), null],
    ['suspend', of('erased'), null],
    ['ban', of('suspended'), 'banned'],
    ['ban', of('banned'), null],
    ['restore', of('suspended'), 'active'],
    ['restore', of('banned', { emailVerified: false }), 'pending'],
    ['restore', of('active'), null],
    ['restore', of('erased'), null],
    ['delete', of('active'), 'suspended'],
    ['delete', of('active', { erasesAt: 'then' }), 'suspended'],
    ['delete', of('banned'), 'banned'],
    ['delete', of('suspended', { erasesAt: 'then' }), null],
    ['delete', of('erased'), null],
  ]
  it.each(cases)('%s of %j leaves it %s', (action, standing, status) => {
    expect(statusAfter(action, standing)).toBe(status)
  })
})

it('lets nobody reach above themselves, and somebody outrank only those below', () => {
  expect(reaches(['admin'], ['owner', 'student'])).toBe(false)
  expect(reaches(['admin'], ['admin'])).toBe(true)
  expect(reaches(['student', 'owner'], ['owner'])).toBe(true)
  expect(outranks(['support'], ['student'])).toBe(true)
  expect(outranks(['support'], ['instructor'])).toBe(false)
  expect(outranks(['owner'], ['superAdmin'])).toBe(false)
  expect(outranks([], [])).toBe(false)
})
