/** An end that the reader can do something about: its message is printed as it is, without a stack. */
export class Halt extends Error {
  /** @override */
  name = 'Halt'
}
