import { itIsSetByWhoeverMay } from './assigning/itIsSet'
import { OVER_REST } from './assigning/ways'
import { setScene } from './scene'

const scene = setScene()

describe('a field that nobody asked for, over REST,', () => {
  itIsSetByWhoeverMay(scene, () => OVER_REST)
})
