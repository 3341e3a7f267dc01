import { itIsSetByWhoeverMay } from './assigning/itIsSet'
import { overGraphqlOf } from './assigning/ways'
import { setScene } from './scene'

const scene = setScene()

describe('a field that nobody asked for, over GraphQL,', () => {
  itIsSetByWhoeverMay(scene, () => overGraphqlOf(scene()))
})
