import { patchedGroup } from './group'
import { pageAsked, soughtBy } from './paging'
import { draftOf, emailOf, nameOf, patchedDraft, PERSON_FILTERS } from './person'
import { ScimRefused } from './refused'

const DANA = draftOf({ emails: [{ value: 'dana@uni.example' }], userName: 'dana' })

const one = (op: string, path: string | undefined, value?: unknown) => ({
  Operations: [{ op, path, value }],
})

describe('what a directory changes of somebody', () => {
  it.each([
    ['a truth', one('replace', 'active', false), { isActive: false }],
    ['a truth as a text', one('Replace', 'active', 'False'), { isActive: false }],
    ['a truth without a path', one('replace', undefined, { active: false }), { isActive: false }],
    ['a part of a name', one('Add', 'name.givenName', 'Dana'), { givenName: 'Dana' }],
    [
      'names written with dots',
      one('add', undefined, { 'name.familyName': 'Doe' }),
      { familyName: 'Doe' },
    ],
    [
      'an address',
      one('Replace', 'emails[type eq "work"].value', 'd@uni.example'),
      { email: 'd@uni.example' },
    ],
    [
      'addresses',
      one('replace', 'emails', [{ value: 'a@b.example' }, { primary: true, value: 'c@b.example' }]),
      { email: 'c@b.example' },
    ],
    ['what is taken away', one('remove', 'externalId'), { externalId: null }],
    [
      'what is not kept',
      one('add', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 'x'),
      {},
    ],
    [
      'a whole name',
      one('replace', 'urn:ietf:params:scim:schemas:core:2.0:User:name.formatted', 'Dana D.'),
      { displayName: 'Dana D.' },
    ],
  ])('is %s', (_what, body, changed) => {
    expect(patchedDraft(DANA, body)).toEqual({ ...DANA, ...changed })
  })

  it.each([
    ['no operations', {}],
    ['an operation that there is not', one('move', 'active', true)],
    ['a removal of nothing', one('remove', undefined)],
    ['a truth that is none', one('replace', 'active', 'perhaps')],
    ['no name', one('replace', 'userName', '')],
    ['a path that is no text', { Operations: [{ op: 'add', path: 7 }] }],
  ])('is refused for %s', (_what, body) => {
    expect(() => patchedDraft(DANA, body)).toThrow(ScimRefused)
  })
})

describe('the account of somebody', () => {
  it('has the address that counts, and the name that they are shown by', () => {
    expect(emailOf(draftOf({ userName: 'Dana@Uni.example' }))).toBe('dana@uni.example')
    expect(
      nameOf(draftOf({ name: { familyName: 'Doe', givenName: 'Dana' }, userName: 'd@u.example' })),
    ).toBe('Dana Doe')
    expect(
      nameOf(
        draftOf({ name: { formatted: 'Dana' }, displayName: 'Dr. Doe', userName: 'd@u.example' }),
      ),
    ).toBe('Dr. Doe')
    expect(nameOf(draftOf({ userName: 'dana@u.example' }))).toBe('dana')
  })
})

describe('the members of a group', () => {
  const [a, b] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
  const group = { name: 'Class', externalId: null, members: [a] }

  it.each([
    ['join', one('add', 'members', [{ value: b }]), [a, b]],
    ['leave by a path', one('remove', `members[value eq "${a}"]`), []],
    ['leave by a list', one('Remove', 'members', [{ value: a }]), []],
    ['all leave', one('remove', 'members'), []],
    ['are others', one('replace', 'members', [{ value: b }]), [b]],
    ['are others without a path', one('replace', undefined, { members: [{ value: b }] }), [b]],
  ])('%s', (_what, body, members) => {
    expect(patchedGroup(group, body).members).toEqual(members)
  })

  it('are named by ids', () => {
    expect(() => patchedGroup(group, one('add', 'members', [{ value: 'dana' }]))).toThrow(
      ScimRefused,
    )
  })
})

describe('a search', () => {
  it.each([
    ['userName eq "a\\"b"', { name: 'userName', value: 'a"b' }],
    ['USERNAME EQ "a"', { name: 'userName', value: 'a' }],
    ['emails[type eq "work"].value eq "a@b.example"', { name: 'email', value: 'a@b.example' }],
    ['', null],
  ])('by %s', (filter, sought) => {
    expect(soughtBy(filter, PERSON_FILTERS)).toEqual(sought)
  })

  it.each([
    'userName co "a"',
    'userName eq a',
    'title eq "a"',
    'userName eq "a" and id eq "b"',
    "userName eq 'a'",
  ])('is not by %s', (filter) => {
    expect(() => soughtBy(filter, PERSON_FILTERS)).toThrow(ScimRefused)
  })

  it('is paged from one, and by no more than 200', () => {
    expect(pageAsked({})).toEqual({ count: 100, start: 1 })
    expect(pageAsked({ count: '-1', startIndex: '0' })).toEqual({ count: 0, start: 1 })
    expect(pageAsked({ count: '9999', startIndex: 'x' })).toEqual({ count: 200, start: 1 })
  })
})
