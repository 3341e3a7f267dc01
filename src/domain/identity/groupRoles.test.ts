import { groupRolesIn, rolesByGroups } from './groupRoles'

const TABLE = [
  { group: 'Teachers', role: 'instructor' },
  { group: 'Desk = 2', role: 'Support' },
  { group: 'Helpers', role: 'Our helper' },
]

describe('the roles of groups', () => {
  it('stand one pair in a line', () => {
    expect(
      groupRolesIn('Teachers = instructor\n\n Desk = 2 = Support\nHelpers=Our helper'),
    ).toEqual(TABLE)
    expect(groupRolesIn('Teachers\n= admin\nDesk =')).toEqual([null, null, null])
    expect(groupRolesIn(null)).toEqual([])
  })

  it.each([
    [['teachers'], { lost: ['support', 'Our helper'], wanted: ['instructor'] }],
    [[], { lost: ['instructor', 'support', 'Our helper'], wanted: [] }],
    [
      ['Teachers', 'HELPERS', 'Others'],
      { lost: ['support'], wanted: ['instructor', 'Our helper'] },
    ],
  ])('of %j are held, and the others lost', (groups, roles) => {
    expect(rolesByGroups(TABLE, groups)).toEqual(roles)
  })
})
